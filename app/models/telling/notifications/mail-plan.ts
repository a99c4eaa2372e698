import { Temporal } from "temporal-polyfill";
import type { MailPace } from "#db/schema/core/users";
import type { MailForm } from "#db/schema/telling/deliveries";
import { rowOf } from "../../core/events/row-of";
import type { EventType } from "../../core/events/types";

/** How somebody wants mail about posts. */
export interface MailWishes {
  mailPace: MailPace;
  /** Moves and official answers wait for the digest, too. */
  movesInDigest: boolean;
  /** 0 to 23, on the person's clock. */
  digestHour: number;
  /** 1 is Monday, 7 Sunday; for weekly digests. */
  digestDay: number;
  /** As IANA names it. */
  timeZone: string;
}

export interface MailPlan {
  mailForm: MailForm;
  mailDueAt: Date;
}

/** Whether an event of this type comes at once, unless somebody wants it in the digest, too. */
export const isMilestone = (type: EventType): boolean => rowOf(type).isMilestone ?? false;

/** How long comments wait for each other: 15 minutes. */
const bundleWindow = 15 * 60_000;

/** How and when somebody is to hear by mail of an event of this type; undefined where they want no mail. */
export const planMailOf = (type: EventType, wishes: MailWishes, at: Date): MailPlan | undefined =>
  rowOf(type).isUrgent && wishes.mailPace !== "off"
    ? { mailForm: "single", mailDueAt: at }
    : planMail(wishes, isMilestone(type), at);

/** How and when somebody is to hear by mail of what happened at `at`; undefined where they want no mail. */
export function planMail(wishes: MailWishes, isMilestone: boolean, at: Date): MailPlan | undefined {
  const { mailPace } = wishes;
  if (mailPace === "off") return;
  const isDigest = mailPace === "daily" || mailPace === "weekly";
  if (isMilestone ? !(isDigest && wishes.movesInDigest) : mailPace === "instant") {
    return { mailForm: "single", mailDueAt: at };
  }
  if (isDigest) return { mailForm: "digest", mailDueAt: nextDigest(wishes, at) };
  return { mailForm: "bundle", mailDueAt: new Date(at.getTime() + bundleWindow) };
}

/**
 * The same for what has been waiting for a mail of the form `waiting` when its reader changes their wishes. What would
 * come alone now comes at once, together with the rest that has waited.
 */
export function replanMail(
  waiting: MailForm,
  wishes: MailWishes,
  isMilestone: boolean,
  at: Date,
): MailPlan | undefined {
  const plan = planMail(wishes, isMilestone, at);
  return plan?.mailForm === "single" ? { mailForm: waiting, mailDueAt: at } : plan;
}

/** The next moment at which the person's clock shows the hour, and the day, that they chose. */
export function nextDigest({ mailPace, digestHour, digestDay, timeZone }: MailWishes, after: Date): Date {
  const now = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone);
  const today = now.toPlainDate();
  const isWeekly = mailPace === "weekly";
  const first = isWeekly ? today.add({ days: (digestDay - today.dayOfWeek + 7) % 7 }) : today;
  const at = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: digestHour }) });
  const slot = Temporal.ZonedDateTime.compare(at(first), now) > 0 ? first : first.add({ days: isWeekly ? 7 : 1 });
  return new Date(at(slot).epochMilliseconds);
}
