import type { InboxNoun } from "#db/schema/feedback/inbox";

/** The list where several are chosen, below which everything about them has its address. */
export const home = { post: "/staff/inbox", ticket: "/staff/support" } as const satisfies Record<InboxNoun, string>;

export const navigationOf = { post: "inbox", ticket: "support" } as const satisfies Record<InboxNoun, string>;
