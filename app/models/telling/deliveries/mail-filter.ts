import type { DeliveryKind, DeliveryStatus } from "#db/schema/telling/deliveries";

/** Which mails the list shows. */
export interface MailFilter {
  status?: DeliveryStatus;
  kind?: DeliveryKind;
  /** Lower case, the whole of it. */
  address?: string;
  /** The id of the mail after which the page begins. */
  after?: string;
}

/** The address that shows what a filter asks for. */
export function mailListPath(filter: MailFilter): string {
  const pairs = Object.entries(filter).filter(([, value]) => value !== undefined);
  return pairs.length === 0 ? "/staff/mail" : `/staff/mail?${new URLSearchParams(pairs)}`;
}

/** Mails that may be worth another try; what became of all others is final or still open. */
export const isWorthSendingAgain = (status: DeliveryStatus): boolean =>
  ["failed", "bounced", "suppressed", "skipped"].includes(status);
