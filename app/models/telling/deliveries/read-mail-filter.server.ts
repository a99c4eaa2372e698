import { deliveryKind, deliveryStatus } from "#db/schema";
import { addressOrPart } from "../../core/text/address";
import type { Query } from "../../core/text/query";
import type { MailFilter } from "./mail-filter";

/** What mails can be filtered by, in the order in which it is offered. */
export const filters = { statuses: deliveryStatus.enumValues, kinds: deliveryKind.enumValues };

const longestAddress = 320;

/** Reads the filter from an address; values that make no sense count as absent. */
export function readMailFilter(search: Query): MailFilter {
  return {
    status: search.oneOf("status", filters.statuses),
    kind: search.oneOf("kind", filters.kinds),
    address: addressOrPart(search.text("address", longestAddress)) || undefined,
    after: search.id("after"),
  };
}
