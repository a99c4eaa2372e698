import { and, eq, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notifications, users } from "#db/schema";
import type { MailForm } from "#db/schema/telling/deliveries";

export interface DueMail {
  userId: string;
  email: string;
  mailForm: MailForm;
  notificationIds: string[];
}

/** People whose bundle or digest is due, `limit` at most. */
export async function findDue(db: Db, at: Date, limit: number) {
  return db
    .selectDistinct({ userId: notifications.userId, mailForm: notifications.mailForm })
    .from(notifications)
    .where(
      and(lte(notifications.mailDueAt, at), ne(notifications.mailForm, "single"), isNull(notifications.deliveryId)),
    )
    .limit(limit);
}

/**
 * All that waits for the same mail of the same person, held until the transaction ends. What somebody else has
 * taken meanwhile is not among it.
 */
export async function holdDue(tx: Db, due: Awaited<ReturnType<typeof findDue>>): Promise<DueMail[]> {
  const waiting = await tx
    .select({
      id: notifications.id,
      userId: notifications.userId,
      mailForm: notifications.mailForm,
      email: users.email,
    })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .where(
      and(
        inArray(
          sql`(${notifications.userId}, ${notifications.mailForm})`,
          due.map(({ userId, mailForm }) => sql`(${userId}::uuid, ${mailForm}::mail_form)`),
        ),
        isNull(notifications.deliveryId),
      ),
    )
    .orderBy(notifications.id)
    .for("update", { of: notifications });
  const mails = new Map<string, DueMail>();
  for (const { id, userId, mailForm, email } of waiting) {
    if (!mailForm || !email) continue;
    const key = `${userId} ${mailForm}`;
    const mail = mails.get(key) ?? { userId, email, mailForm, notificationIds: [] };
    mail.notificationIds.push(id);
    mails.set(key, mail);
  }
  return [...mails.values()];
}
