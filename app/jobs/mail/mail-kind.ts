import type { DeliveryKind } from "#db/schema/telling/deliveries";
import type { WrittenMail } from "~/models/telling/deliveries/batch.server";
import type { QueuedMail } from "~/models/telling/deliveries/queued-mail";
import type { Tools } from "../tools.server";

/** How the mails of one kind are written. */
export interface MailKind {
  /**
   * Puts what each has to say into its reader's language; written again, it says the same. What is not among the
   * results is not sent after all: its reader is gone or wants none by now, or there is nothing left to tell.
   */
  write(tools: Tools, mails: QueuedMail[]): AsyncIterable<WrittenMail>;
  /** Hears of those that are not sent after all; for good, where the address gets no mail. */
  notSent?(tools: Tools, ids: string[], isForGood: boolean): Promise<void>;
}

/** The others are written while their reader waits (send-sign-in-mail, send-test-mail). */
export type QueuedKind = Exclude<DeliveryKind, "sign-in" | "test">;

/** What a file of ./kinds says: it writes one kind, or several. */
export type MailKinds = Partial<Record<QueuedKind, MailKind>>;
