import type { Language } from "./languages";

/** What a portal says in words of its own instead of those of the catalogues. */
export interface OwnTexts {
  /** The same for the same texts. */
  version: string;
  /** By section and name: `{ site: { name: "Acme" } }`. */
  said: Record<Language, Record<string, Record<string, string>>>;
  look: OwnLook;
}

/** How what a portal says looks where no stylesheet of pages reaches: in mails. */
export interface OwnLook {
  /** Hex, for texts and buttons, and what stands on them. */
  accents: Record<"light" | "dark", { accent: string; onAccent: string }>;
  /** The colour of each status, by name. */
  statuses: Record<string, string>;
}
