import { wordsIn } from "~/i18n";
import { languageFor } from "~/models/core/settings/languages";
import { entryLink } from "~/models/feedback/changelog/entry-path";
import { publishDueEntries as publishDue } from "~/models/feedback/changelog/schedule-entry.server";
import type { Tools } from "./tools.server";

/** Publishes scheduled entries whose time has come; runs at that time, and by the clock. */
export async function publishDueEntries({ db, portal, origin, now }: Tools): Promise<void> {
  const { settings, texts } = await portal.read();
  await publishDue(db, {
    at: now(),
    sayAnswer: ({ language }, entry) =>
      wordsIn(languageFor(settings, language), { texts }).t("changelog.answer", { link: entryLink(origin, entry) }),
  });
}
