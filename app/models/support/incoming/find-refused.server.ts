import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, incomingMails, posts } from "#db/schema";
import { type Refusal, refusals } from "./refusals";

/** What mails tell that say why a mail was not taken, by their id. */
export async function findRefused(db: Db, ids: string[]) {
  const found = await db
    .select({
      id: deliveries.id,
      reason: incomingMails.reason,
      subject: incomingMails.subject,
      number: posts.number,
    })
    .from(deliveries)
    .innerJoin(incomingMails, eq(incomingMails.id, deliveries.incomingMailId))
    .leftJoin(posts, eq(posts.id, incomingMails.postId))
    .where(inArray(deliveries.id, ids));
  return new Map(found.flatMap(({ id, reason, ...mail }) => (isRefusal(reason) ? [[id, { ...mail, reason }]] : [])));
}

const isRefusal = (reason: string | null): reason is Refusal => refusals.some((one) => one === reason);
