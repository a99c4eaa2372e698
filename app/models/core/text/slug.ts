import { clip } from "./clip.js";
import { normalForm } from "./normal-form";

/** Characters. */
const longest = 60;
/** Characters of a title that are read; a sign may stand for eighteen. */
const longestRead = 1000;

/** The readable part of an address: letters and digits of any script, at most 60 characters, maybe empty. */
export function slugify(title: string): string {
  const bare = normalForm(clip(title, longestRead), "NFKD").replace(/(\p{Script=Latin})\p{M}+/gu, "$1");
  const joined = normalForm(bare, "NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
  return clip(joined, longest).replace(/^-+|-+$/g, "");
}
