import { slugify } from "../text/slug";

/** Characters. */
export const handleLimits = { min: 2, max: 39 } as const;

/** Those that would seem to speak for the portal, or to everybody. */
const reserved = new Set(
  "admin administrator all anybody anyone api channel everybody everyone groundswell help here mod moderator nobody official root staff support system team".split(
    " ",
  ),
);

export const isReserved = (handle: string): boolean => reserved.has(handle);

/** Latin letters that are no letter with a mark. */
const spelledOut: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** The longest handle that is proposed: it leaves room for a number at the end. */
const longest = handleLimits.max - 5;

/** A handle made of a name; undefined for names in other scripts, which would read badly in ours. */
export function handleFrom(name: string): string | undefined {
  const latin = slugify(name).replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? "");
  const handle = latin
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return /[a-z0-9]{2}/.test(handle) ? handle : undefined;
}
