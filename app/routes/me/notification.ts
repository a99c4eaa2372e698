import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireId, requireUser } from "~/http/guards.server";
import { DomainError } from "~/models/domain-error";
import { newsPath } from "~/models/notifications/describe-news";
import { findNotification } from "~/models/notifications/list-notifications.server";
import { markRead } from "~/models/notifications/unread.server";

/** Marks a notification as read and leads to what it tells of. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const id = requireId(args.params);
  const { db } = args.context;
  await markRead(db, viewer, id);
  const news = await findNotification(db, viewer, id);
  if (!news) throw new DomainError("notFound");
  return redirect(newsPath(news));
}
