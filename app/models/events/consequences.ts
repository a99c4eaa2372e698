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
  "board.edited": ["index-post", "refresh-synonyms"],
  "roadmap.created": [],
  "roadmap.edited": [],
  "roadmap.column_added": [],
  "roadmap.column_edited": [],
  "roadmap.column_removed": [],
  "roadmap.card_placed": [],
  "roadmap.card_moved": [],
  "roadmap.card_reordered": [],
  "roadmap.card_removed": [],
  "roadmap.target_changed": [],
  "roadmap.note_changed": [],
  "tag.created": [],
  "tag.edited": ["index-post"],
  "tag.deleted": ["index-post"],
  "post.submitted": ["notify-people", "index-post"],
  "post.imported": [],
  "post.edited": ["index-post"],
  "revision.removed": [],
  "post.voted": [],
  "post.unvoted": [],
  "post.followed": [],
  "post.status_changed": ["notify-people", "sync-freshdesk", "index-post"],
  "post.pinned": [],
  "post.unpinned": [],
  "post.locked": [],
  "post.unlocked": [],
  "post.tagged": ["index-post"],
  "post.board_changed": ["index-post", "refresh-synonyms"],
  "post.merged": ["notify-people", "sync-freshdesk", "index-post", "refresh-synonyms"],
  "post.unmerged": ["sync-freshdesk", "index-post", "refresh-synonyms"],
  "post.assigned": ["notify-people"],
  "post.judged": [],
  "post.deleted": ["index-post", "refresh-synonyms"],
  "post.restored": ["index-post", "refresh-synonyms"],
  "comment.submitted": ["notify-people", "index-post"],
  "comment.edited": ["index-post"],
  "comment.deleted": ["index-post"],
  "freshdesk.linked": ["sync-freshdesk", "ask-supporters"],
  "freshdesk.unlinked": ["sync-freshdesk", "ask-supporters"],
  "freshdesk.requested": ["sync-freshdesk"],
  "freshdesk.requester_known": ["ask-supporters"],
  "supporter.asked": [],
  "supporter.agreed": [],
  "supporter.declined": [],
  "entry.created": [],
  "entry.edited": [],
  "entry.scheduled": [],
  "entry.unscheduled": [],
  "entry.refused": [],
  "entry.published": ["announce-entry"],
  "entry.unpublished": [],
  "entry.deleted": [],
  "label.created": [],
  "label.edited": [],
  "label.deleted": [],
  "view.created": [],
  "view.edited": [],
  "view.deleted": [],
  "subscriber.added": [],
  "subscriber.removed": [],
  "note.added": ["notify-people"],
  "note.edited": [],
  "note.deleted": [],
  "reply.created": [],
  "reply.edited": [],
  "reply.deleted": [],
  "synonyms.saved": ["refresh-synonyms"],
  "synonyms.removed": ["refresh-synonyms"],
  "synonyms.restored": ["refresh-synonyms"],
  "freshdesk.settings_changed": [],
  "freshdesk.paused": [],
  "freshdesk.resumed": [],
  "freshdesk.disconnected": [],
  "freshdesk.connected": [],
  "post.effort_set": [],
  "score.weighed": [],
  "companies.uploaded": [],
  "company.saved": [],
  "company.removed": [],
  "export.requested": [],
  "export.deleted": [],
  "import.requested": [],
  "import.undo_requested": [],
  "import.added": [],
  "import.undone": [],
} as const satisfies Record<EventType, readonly `${string}-${string}`[]>;

/**
 * The events that change what a post is found by. What the index says of it is written anew in the event's own
 * transaction, so that whoever posts finds it at once.
 */
export const changingIndex: ReadonlySet<EventType> = new Set<EventType>([
  "post.submitted",
  "post.imported",
  "post.edited",
  "post.status_changed",
  "post.tagged",
  "post.board_changed",
  "post.merged",
  "post.unmerged",
  "post.deleted",
  "post.restored",
  "comment.edited",
  "comment.deleted",
]);

/** The events that change who may see a post. */
export const changingVisibility: ReadonlySet<EventType> = new Set<EventType>([
  "post.board_changed",
  "post.deleted",
  "post.restored",
]);

/** A queue of its own for each. */
export type Consequence = (typeof consequences)[EventType][number];

/** Events that nothing follows from: all that may be recorded without `recordEvent`. */
type Ending = { [Type in EventType]: (typeof consequences)[Type] extends readonly [] ? Type : never }[EventType];

/** The type itself; does not compile for one that has consequences. */
export const withoutConsequences = <Type extends Ending>(type: Type): Type => type;
