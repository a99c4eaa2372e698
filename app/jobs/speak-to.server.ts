import { type Words, wordsIn } from "~/i18n";
import { languageFor } from "~/models/core/settings/languages";
import type { Tools } from "./tools.server";

interface Reader {
  /** As it was kept of them. */
  language: string;
  timeZone?: string;
}

/** How the portal speaks to somebody: in their language, if it is offered, by their clock, in its own words. */
export async function speakTo({ portal }: Pick<Tools, "portal">, { language, timeZone }: Reader): Promise<Words> {
  const { settings, texts } = await portal.read();
  return wordsIn(languageFor(settings, language), { timeZone: timeZone ?? settings.timeZone, texts });
}
