import { spokenLanguage, wordsIn } from "~/i18n";
import { entryLink } from "~/models/feedback/changelog/entry-path";
import { publishDueEntries as publishDue } from "~/models/feedback/changelog/schedule-entry.server";
import type { Tools } from "./tools.server";

/** Publishes scheduled entries whose time has come; runs at that time, and by the clock. */
export async function publishDueEntries({ db, origin, now }: Tools): Promise<void> {
  await publishDue(db, {
    at: now(),
    sayAnswer: ({ language }, entry) =>
      wordsIn(spokenLanguage(language)).t("changelog.answer", { link: entryLink(origin, entry) }),
  });
}
