interface Props {
  /** Whose ways they are. */
  of: string;
  ways: (readonly [label: string, key: string, href: string])[];
}

/** What to do with one row of a list; the keys press the same links. */
export const RowWays = ({ of, ways }: Props) => (
  <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
    {ways.map(([label, key, href]) => (
      <li key={key}>
        <a href={href} data-key={key} className="text-accent underline">
          {label}
          <span className="sr-only"> {of}</span>
        </a>
      </li>
    ))}
  </ul>
);
