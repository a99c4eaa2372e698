import type { NotificationReason } from "#db/schema/telling/deliveries";

/** What happened, told to one person: what mails and the page of notifications are made of. */
export interface Told {
  notificationId: string;
  eventId: number;
  reason: NotificationReason;
  /** When the person posted, voted, commented or followed. */
  since: Date | null;
  at: Date;
  /** Who did it; null for somebody without a name. */
  actorName: string | null;
}
