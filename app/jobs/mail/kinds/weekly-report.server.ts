import type { Words } from "~/i18n";
import { handlers } from "~/models/core/users/policy";
import { findReport, findReportsOfMails, type Report } from "~/models/insights/report/find-report.server";
import { reportRows } from "~/models/insights/report/report-rows";
import { lastWeekOf } from "~/models/insights/report/report-week";
import { saySpan } from "~/models/support/promises/span";
import { staffTicketPath, type TicketNumber, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { weeklyReportMail } from "../../../../emails/weekly-report";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import type { MailKinds } from "../mail-kind";

export const weeklyReportMails = {
  "weekly-report": {
    async *write(tools, mails) {
      const known = new Map<string, Promise<Report>>();
      const wanted = await findReportsOfMails(
        tools.db,
        mails.map(({ id }) => id),
      );
      for (const { id, reader } of mails) {
        const asked = wanted.get(id);
        if (!asked || !reader || reader.isBlocked || !handlers.includes(reader.role)) continue;
        // Whoever asked for one need not be among those who get every one.
        if (asked.reportWeek && !asked.isReader) continue;
        const { timeZone } = reader;
        const week = asked.reportWeek ?? lastWeekOf(asked.createdAt, timeZone);
        const key = `${week} ${timeZone}`;
        const report = known.get(key) ?? findReport(tools.db, { week, timeZone });
        known.set(key, report);
        const words = await speakTo(tools, reader);
        const mail = await weeklyReportMail(propsOf(tools, words, await report));
        yield { mail: { id, ...mail, headers: { "Auto-Submitted": "auto-generated" } }, tokens: [] };
      }
    },
  },
} satisfies MailKinds;

function propsOf({ origin, now }: Tools, words: Words, report: Report) {
  const { first, last, late, waiting } = report;
  const named = (number: TicketNumber) => ({
    number: writeTicketNumber(number),
    link: origin + staffTicketPath(number),
  });
  return {
    words,
    ...{ first, last },
    figures: reportRows(words, report),
    late: late.map(({ kind, count, numbers }) => ({
      name: words.t(`promise.kinds.${kind}`),
      count,
      tickets: numbers.map(named),
    })),
    waiting: waiting.map((one) => ({ ...named(one), time: sayWait(words, one.since, now()) })),
    links: { figures: `${origin}/staff/support/figures?days=7` },
  };
}

const day = 24 * 3600;

/** In days, once they are two. */
function sayWait(words: Words, since: Date | null, now: Date): string {
  const seconds = Math.max(60, (now.getTime() - (since ?? now).getTime()) / 1000);
  return seconds < 2 * day
    ? saySpan(words, seconds)
    : words.t("mail.report.days", { count: Math.floor(seconds / day) });
}
