import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, notifications } from "#db/schema";
import type { EventType } from "../../core/events/types";
import { isMilestone, type MailPlan, type MailWishes, replanMail } from "./mail-plan";

/** Plans all mail that waits for somebody anew, by what they wish now. */
export async function replanWaiting(tx: Db, userId: string, wishes: MailWishes, at: Date): Promise<void> {
  const waiting = await tx
    .select({ id: notifications.id, mailForm: notifications.mailForm, type: sql<EventType>`${events.type}` })
    .from(notifications)
    .innerJoin(events, eq(events.id, notifications.eventId))
    .where(and(eq(notifications.userId, userId), isNotNull(notifications.mailForm), isNull(notifications.deliveryId)))
    .orderBy(notifications.id)
    .for("update", { of: notifications });
  const alike = new Map<string, { plan: MailPlan | undefined; ids: string[] }>();
  for (const { id, mailForm, type } of waiting) {
    if (!mailForm) continue;
    const plan = replanMail(mailForm, wishes, isMilestone(type), at);
    const key = `${plan?.mailForm} ${plan?.mailDueAt.toISOString()}`;
    const same = alike.get(key) ?? { plan, ids: [] };
    same.ids.push(id);
    alike.set(key, same);
  }
  for (const { plan, ids } of alike.values()) {
    await tx
      .update(notifications)
      .set({ mailForm: plan?.mailForm ?? null, mailDueAt: plan?.mailDueAt ?? null })
      .where(inArray(notifications.id, ids));
  }
}
