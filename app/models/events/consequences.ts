import type { EventType } from "./types";

/**
 * What follows from each event: a job each, added in the event's own transaction, done alone, retried
 * alone, safe to repeat. The compiler refuses an event without a row, and app/jobs/work.server.ts a
 * consequence without a handler.
 */
export const consequences = {
  "user.signed_up": [],
  "user.named": [],
  "user.handle_changed": [],
  "user.role_changed": [],
  "user.preferences_changed": [],
  "user.unsubscribed": [],
  "user.deleted": ["forget-traces"],
  "mail.suppressed": [],
  "mail.unsuppressed": [],
  "mail.resent": [],
  "board.created": [],
  "board.edited": [],
  "tag.created": [],
  "tag.edited": [],
  "tag.deleted": [],
  "post.submitted": ["notify-people"],
  "post.imported": [],
  "post.edited": [],
  "post.voted": [],
  "post.unvoted": [],
  "post.followed": [],
  "post.status_changed": ["notify-people", "sync-freshdesk"],
  "post.pinned": [],
  "post.unpinned": [],
  "post.locked": [],
  "post.unlocked": [],
  "post.tagged": [],
  "post.board_changed": [],
  "post.merged": ["notify-people", "sync-freshdesk"],
  "post.unmerged": ["sync-freshdesk"],
  "post.judged": [],
  "post.deleted": [],
  "post.restored": [],
  "comment.submitted": ["notify-people"],
  "comment.edited": [],
  "comment.deleted": [],
  "ticket.linked": ["sync-freshdesk", "ask-supporters"],
  "ticket.unlinked": ["sync-freshdesk", "ask-supporters"],
  "ticket.requested": ["sync-freshdesk"],
  "ticket.requester_known": ["ask-supporters"],
  "supporter.asked": [],
  "supporter.agreed": [],
  "supporter.declined": [],
  "freshdesk.settings_changed": [],
  "freshdesk.paused": [],
  "freshdesk.resumed": [],
  "freshdesk.disconnected": [],
  "freshdesk.connected": [],
} as const satisfies Record<EventType, readonly `${string}-${string}`[]>;

/** A queue of its own for each. */
export type Consequence = (typeof consequences)[EventType][number];
