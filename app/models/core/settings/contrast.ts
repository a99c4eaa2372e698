/** A colour as `#0b6670`. */
type Hex = string;

export const isHex = (text: string): boolean => /^#[\da-f]{6}$/i.test(text);

const channels = (color: Hex): [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(color: Hex): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Hex, other: Hex): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** So much of `other` in `color`, 0 to 1. */
function mix(color: Hex, other: Hex, share: number): Hex {
  const others = channels(other);
  const mixed = channels(color).map((value, i) => Math.round(value * (1 - share) + (others[i] ?? 0) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** What text has to have on its ground (WCAG 2.2, AA). */
export const leastContrast = 4.5;

/** What the pages are painted with around the accent (app/ui/styles/tokens.css). */
const grounds = {
  light: { canvas: "#fbfbfa", surface: "#ffffff", sunken: "#f2f2ef", ink: "#1a1d21" },
  dark: { canvas: "#101214", surface: "#181b1f", sunken: "#1f2328", ink: "#eceef0" },
} as const;

export type Scheme = keyof typeof grounds;

/** The shades that follow from an accent. */
export interface Accent {
  accent: Hex;
  /** Where the pointer is. */
  strong: Hex;
  /** Behind what is chosen. */
  soft: Hex;
  /** What is written on the accent. */
  on: Hex;
}

export function shadesOf(accent: Hex, scheme: Scheme): Accent {
  const { ink, canvas } = grounds[scheme];
  const on = contrast("#ffffff", accent) >= contrast("#0c1416", accent) ? "#ffffff" : "#0c1416";
  return { accent, strong: mix(accent, ink, 0.25), soft: mix(canvas, accent, scheme === "light" ? 0.1 : 0.2), on };
}

/** The least contrast that text has where an accent is used, on every ground where it is. */
export function leastContrastOf(accent: Hex, scheme: Scheme): number {
  const { canvas, surface, sunken } = grounds[scheme];
  const { soft, on, strong } = shadesOf(accent, scheme);
  const pairs = [canvas, surface, sunken, soft].map((ground) => contrast(accent, ground));
  return Math.min(...pairs, contrast(on, accent), contrast(on, strong));
}
