import type { DeliveryKind, DeliveryStatus } from "#db/schema/telling/deliveries";
import { addressOrPart } from "../../core/text/address";
import type { Query } from "../../core/text/query";

export const fates = [
  "queued",
  "accepted",
  "delivered",
  "bounced",
  "complained",
  "suppressed",
  "skipped",
  "failed",
] as const satisfies DeliveryStatus[];

export const mailKinds = [
  "sign-in",
  "move",
  "comments",
  "digest",
  "merge",
  "post",
  "test",
  "consent",
  "entry",
  "subscription",
  "export",
  "roadmap",
  "invitation",
] as const satisfies DeliveryKind[];

/** Which mails the list shows. */
export interface MailFilter {
  status?: DeliveryStatus;
  kind?: DeliveryKind;
  /** Lower case, the whole of it. */
  address?: string;
  /** The id of the mail after which the page begins. */
  after?: string;
}

const longestAddress = 320;

/** Reads the filter from an address; values that make no sense count as absent. */
export function readMailFilter(search: Query): MailFilter {
  return {
    status: search.oneOf("status", fates),
    kind: search.oneOf("kind", mailKinds),
    address: addressOrPart(search.text("address", longestAddress)) || undefined,
    after: search.id("after"),
  };
}

/** The address that shows what a filter asks for. */
export function mailListPath(filter: MailFilter): string {
  const pairs = Object.entries(filter).filter(([, value]) => value !== undefined);
  return pairs.length === 0 ? "/staff/mail" : `/staff/mail?${new URLSearchParams(pairs)}`;
}

/** Mails that may be worth another try; what became of all others is final or still open. */
export const isWorthSendingAgain = (status: DeliveryStatus): boolean =>
  ["failed", "bounced", "suppressed", "skipped"].includes(status);
