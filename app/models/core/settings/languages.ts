import { isLanguage, type Language } from "~/i18n/languages";
import type { Settings } from "./table";

type Offer = Pick<Settings, "languages" | "defaultLanguage">;

/** Whether the portal speaks that. */
export const isOffered = ({ languages }: Offer, value: unknown): value is Language =>
  isLanguage(value) && languages.includes(value);

/** The language that somebody asked for, or that was kept of them, if the portal speaks it; its own otherwise. */
export function languageFor(offer: Offer, value?: unknown): Language {
  if (isOffered(offer, value)) return value;
  const { languages, defaultLanguage } = offer;
  return languages.includes(defaultLanguage) ? defaultLanguage : (languages[0] ?? defaultLanguage);
}
