import { normalForm } from "../../core/text/normal-form";

/** The longest name that is read, in code units. */
const longest = 1000;

/** A name without case, spaces, underscores, hyphens and other signs: how names from elsewhere are compared. */
export function plainName(name: string): string {
  return normalForm(name.slice(0, longest), "NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
