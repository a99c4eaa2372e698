import { findRefused } from "~/models/support/incoming/find-refused.server";
import { commentRefusedMail } from "../../../../emails/comment-refused";
import { speakTo } from "../../speak-to.server";
import type { MailKinds } from "../mail-kind";

export const commentRefusedMails = {
  "comment-refused": {
    async *write(tools, mails) {
      const ids = mails.map(({ id }) => id);
      const refused = await findRefused(tools.db, ids);
      const { defaultLanguage: language } = (await tools.portal.read()).settings;
      for (const { id, reader } of mails) {
        const told = refused.get(id);
        if (!told) continue;
        const { reason, subject, number } = told;
        const words = await speakTo(tools, reader ?? { language });
        const link = tools.origin + (number && reason !== "gone" ? `/posts/${number}` : "");
        const mail = await commentRefusedMail({ words, reason, subject: subject ?? "", link });
        yield { mail: { id, ...mail, headers: { "Auto-Submitted": "auto-replied" } }, tokens: [] };
      }
    },
  },
} satisfies MailKinds;
