interface Props {
  value: number;
  max: number;
  label: string;
  /** The same in words. */
  words: string;
}

/** How far something is, in words and as a bar. */
export function ProgressBar({ value, max, label, words }: Props) {
  return (
    <span className="block space-y-2">
      <span className="block tabular-nums">{words}</span>
      <progress value={value} max={max} aria-label={label} className="w-full accent-accent" />
    </span>
  );
}
