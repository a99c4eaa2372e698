import type { Language } from "./languages";

/** What a portal says in words of its own instead of those of the catalogues. */
export interface OwnTexts {
  /** The same for the same texts. */
  version: string;
  /** By section and name: `{ site: { name: "Acme" } }`. */
  said: Record<Language, Record<string, Record<string, string>>>;
}
