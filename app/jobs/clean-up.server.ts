import { forgetOldExports } from "~/models/admin/exports/runs/forget-exports.server";
import { forgetOld } from "~/models/admin/forget-old.server";
import { forgetOldUploads } from "~/models/admin/imports/uploads/discard-upload.server";
import { forgetWorkFolders } from "~/models/core/files/work-folder.server";
import { forgetFiles } from "~/models/feedback/attachments/forget-files.server";
import { forgetFreshdeskTickets } from "~/models/support/freshdesk/forget-tickets.server";
import { forgetIncomingMail } from "~/models/support/incoming/forget-mail.server";
import { forgetOldAsks } from "~/models/support/supporters/forget-supporters.server";
import { forgetPutAwayTickets } from "~/models/support/tickets/forget-tickets.server";
import { forgetOldMail } from "~/models/telling/deliveries/forget-old-mail.server";
import { forgetUnconfirmed } from "~/models/telling/subscriptions/forget-subscribers.server";
import { fileStore } from "./file-store.server";
import type { Tools } from "./tools.server";

/** Forgets what nobody needs any more. */
export async function cleanUp(tools: Tools): Promise<void> {
  const { db, now } = tools;
  await forgetOld(db, now(), "nightly");
  await forgetOldMail(db, now());
  await forgetOldAsks(db, now());
  await forgetPutAwayTickets(db, now());
  await forgetIncomingMail(db, now());
  await forgetFreshdeskTickets(db, now());
  await forgetUnconfirmed(db, now());
  await forgetOldExports(db, now());
  await forgetOldUploads(db, now());
  await forgetWorkFolders();
  await forgetFiles(db, fileStore(tools, tools.log), now());
}
