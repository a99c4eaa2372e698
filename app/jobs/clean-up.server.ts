import { forgetOldMail } from "~/models/deliveries/forget.server";
import { forgetOldExports } from "~/models/exports/runs/forget-exports.server";
import { forgetWorkFolders } from "~/models/files/work-folder.server";
import { forgetFreshdeskTickets } from "~/models/freshdesk/forget-tickets.server";
import { forgetOldUploads } from "~/models/imports/uploads/discard-upload.server";
import { forgetUnconfirmed } from "~/models/subscriptions/forget-subscribers.server";
import { forgetOldAsks } from "~/models/supporters/forget-supporters.server";
import type { Tools } from "./tools.server";

/** Forgets what nobody needs any more. */
export async function cleanUp({ db, now }: Tools): Promise<void> {
  await forgetOldMail(db, now());
  await forgetOldAsks(db, now());
  await forgetFreshdeskTickets(db, now());
  await forgetUnconfirmed(db, now());
  await forgetOldExports(db, now());
  await forgetOldUploads(db, now());
  await forgetWorkFolders();
}
