import { exportLimits } from "~/models/admin/exports/runs/limits";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import type { Reader } from "~/models/telling/deliveries/queued-mail";
import { exportMail } from "../../../../emails/export";
import { speakTo } from "../../speak-to.server";
import type { Tools } from "../../tools.server";
import type { MailKinds } from "../mail-kind";

export const exportMails = {
  export: {
    async *write(tools, mails) {
      for (const { id, reader } of mails) {
        if (reader?.role === "admin" && !reader.isBlocked) yield await writeExport(tools, id, reader);
      }
    },
  },
} satisfies MailKinds;

/** Tells an administrator where to download what they asked for. The link signs nobody in. */
async function writeExport(tools: Tools, id: string, reader: Reader): Promise<WrittenMail> {
  const words = await speakTo(tools, reader);
  const mail = await exportMail({ words, link: `${tools.origin}/staff/export`, days: exportLimits.days });
  return { mail: { id, ...mail, headers: { "Auto-Submitted": "auto-generated" } }, tokens: [] };
}
