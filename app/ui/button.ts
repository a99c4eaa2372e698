const tones = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  quiet: "border border-line bg-surface text-ink hover:border-edge hover:bg-sunken",
  plain: "text-muted hover:bg-sunken hover:text-ink",
  danger: "border border-line bg-surface text-danger hover:border-danger hover:bg-danger-soft",
};

const sizes = {
  small: "min-h-8 px-2.5 text-sm",
  medium: "min-h-10 px-4 text-sm",
};

/** The looks of a button, for `<button>` and `<a>` alike. */
export function button(tone: keyof typeof tones = "primary", size: keyof typeof sizes = "medium"): string {
  return `button ${tones[tone]} ${sizes[size]}`;
}
