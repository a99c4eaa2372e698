import { findFailedPages } from "~/models/support/paging/list-pages.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { pageFailedMail } from "../../../../emails/page-failed";
import { speakTo } from "../../speak-to.server";
import type { MailKinds } from "../mail-kind";

export const pageFailedMails = {
  "page-failed": {
    async *write(tools, mails) {
      const ids = mails.map(({ id }) => id);
      const failed = await findFailedPages(tools.db, ids);
      for (const { id, reader } of mails) {
        const page = failed.get(id);
        if (!page || reader?.role !== "admin" || reader.isBlocked) continue;
        const words = await speakTo(tools, reader);
        const mail = await pageFailedMail({
          words,
          number: writeTicketNumber(page.number),
          reason: words.t(`paging.reasons.${page.reason}`),
          answer: page.answer,
          link: tools.origin + staffTicketPath(page.number),
        });
        yield { mail: { id, ...mail, headers: { "Auto-Submitted": "auto-generated" } }, tokens: [] };
      }
    },
  },
} satisfies MailKinds;
