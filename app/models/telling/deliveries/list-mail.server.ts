import { and, count, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, notifications } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import type { MailFilter } from "./mail-filter";
import { findSuppression } from "./suppressions.server";

const pageLength = 50;

const { id, to, kind, status, response, transport, createdAt, handedOverAt, changedAt } = deliveries;
const listed = { id, to, kind, status, response, transport, createdAt, handedOverAt, changedAt };

/** A page of mails with their fates, the latest first; `next` is where the page after it begins. */
export async function listMail(db: Db, viewer: Viewer, { after, ...filter }: MailFilter) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const place = sql`(${createdAt}, ${id}) < ((select d.created_at from deliveries d where d.id = ${after}), ${after})`;
  const found = await db
    .select(listed)
    .from(deliveries)
    .where(
      and(
        filter.status && eq(status, filter.status),
        filter.kind && eq(kind, filter.kind),
        filter.address ? eq(to, filter.address) : undefined,
        after ? place : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(pageLength + 1);
  const mails = found.slice(0, pageLength);
  return { mails, next: found.length > pageLength ? mails.at(-1)?.id : undefined };
}

/** All that is known of one mail but its words; the subject of a sign-in mail would sign somebody in. */
export async function findMail(db: Db, viewer: Viewer, mailId: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { attemptedAt, providerId } = deliveries;
  const subject = sql<string | null>`case when ${kind} = 'sign-in' then null else ${deliveries.subject} end`;
  const [mail] = await db
    .select({ ...listed, subject, attemptedAt, providerId })
    .from(deliveries)
    .where(eq(id, mailId));
  if (!mail) throw new DomainError("notFound");
  const [told] = await db.select({ count: count() }).from(notifications).where(eq(notifications.deliveryId, mailId));
  return { ...mail, newsCount: told?.count ?? 0, suppression: await findSuppression(db, mail.to) };
}
