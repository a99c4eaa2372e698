import type { InboxNoun } from "#db/schema/feedback/inbox";
import { addressPart } from "~/models/core/text/address-part";

/** The list, below which everything about several of them and its views have their addresses. */
export const home = { post: "/staff/inbox", ticket: "/staff/support" } as const satisfies Record<InboxNoun, string>;

export const navigationOf = { post: "inbox", ticket: "support" } as const satisfies Record<InboxNoun, string>;

/** The list as a saved view shows it. */
export const viewPath = (noun: InboxNoun, slug: string): string =>
  noun === "post" ? `${home.post}/${addressPart(slug)}` : `${home.ticket}?view=${addressPart(slug)}`;
