import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireId, requireUser } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { tellers } from "~/models/tellers.server";
import { findNotification } from "~/models/telling/notifications/list-notifications.server";
import { markRead } from "~/models/telling/notifications/unread.server";

/** Marks a notification as read and leads to what it tells of. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const id = requireId(args.params);
  const { db, words } = args.context;
  await markRead(db, viewer, id);
  const found = await findNotification(db, tellers, viewer, id);
  if (!found) throw new DomainError("notFound");
  return redirect(found.teller.describe(words, found.news).path);
}
