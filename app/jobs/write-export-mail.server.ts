import { spokenLanguage, wordsIn } from "~/i18n";
import type { WrittenMail } from "~/models/deliveries/batch.server";
import type { UnwrittenExport } from "~/models/deliveries/unwritten";
import { exportLimits } from "~/models/exports/runs/limits";
import { exportMail } from "../../emails/export";
import type { Tools } from "./tools.server";

/** Tells an administrator where to download what they asked for. The link signs nobody in. */
export async function writeExportMail({ origin }: Tools, { id, reader }: UnwrittenExport): Promise<WrittenMail> {
  const words = wordsIn(spokenLanguage(reader.language), reader.timeZone);
  const mail = await exportMail({ words, link: `${origin}/staff/export`, days: exportLimits.days });
  return { mail: { id, ...mail, headers: { "Auto-Submitted": "auto-generated" } }, tokens: [] };
}
