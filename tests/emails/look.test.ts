import { expect, test } from "vitest";
import { dark, hues, light, usualLook } from "../../emails/look";

/** As WCAG 2 measures it. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ["light", { ...light, ...usualLook.accents.light }],
  ["dark", { ...dark, ...usualLook.accents.dark }],
])("every text can be read in the %s", (scheme, look) => {
  const pairs = [
    ...[look.ink, look.muted, look.accent].flatMap((text) =>
      [look.canvas, look.surface, look.sunken].map((ground) => [text, ground] as const),
    ),
    [look.ink, look.line],
    [look.onAccent, look.accent],
    ...Object.values(hues).map((hue) => hue[scheme as "light" | "dark"]),
  ] as const;
  for (const [text, ground] of pairs) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThan(4.5);
});
