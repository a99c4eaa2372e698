import { v7 as uuid } from "uuid";
import type { Words } from "~/i18n";
import type { Pager } from "~/integrations/pagerduty/pager";
import type { TestPageReport } from "~/models/support/paging/test-page";

/** Pages somebody who is to take no notice, while an administrator waits, and resolves that at once. */
export const testPageSender =
  (pager: Pager) =>
  async ({ words, origin }: { words: Words; origin: string }): Promise<TestPageReport> => {
    const key = `groundswell:test:${uuid()}`;
    const summary = words.t("paging.test.summary");
    const link = { href: `${origin}/staff/support/settings/paging`, text: summary };
    const said = { summary, severity: "info", at: new Date(), source: origin, link, details: {} } as const;
    const begun = await pager.send({ action: "trigger", key, words: said });
    const answers: TestPageReport["answers"] = [{ action: "trigger", text: begun.text }];
    if (begun.outcome !== "taken") return { isTaken: false, answers };
    const ended = await pager.send({ action: "resolve", key });
    return { isTaken: true, answers: [...answers, { action: "resolve", text: ended.text }] };
  };
