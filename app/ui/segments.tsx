interface Props {
  /** Of the navigation. */
  label: string;
  choices: {
    key: string;
    href: string;
    name: string;
    isCurrent: boolean;
    /** How much stands there. */
    count?: string;
  }[];
  className?: string;
  /** Goes on in another line where there is no room, instead of being scrolled. */
  wraps?: boolean;
}

/** Links of which one is where the reader is, side by side. */
export function Segments({ label, choices, className = "", wraps = false }: Props) {
  return (
    <nav aria-label={label} className={className}>
      <ul
        className={`flex w-fit max-w-full rounded-lg bg-sunken p-1 text-sm font-medium text-muted ${wraps ? "flex-wrap" : "overflow-x-auto"}`}
      >
        {choices.map(({ key, href, name, isCurrent, count }) => (
          <li key={key}>
            <a
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className={`segment block rounded-md px-3 py-1.5 no-underline hover:text-ink ${wraps ? "" : "whitespace-nowrap"}`}
            >
              <bdi>{name}</bdi>
              {count && <span className="ms-1.5 text-xs tabular-nums opacity-80">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
