import type { EventType, NewEvent } from "./types";

/** What an event changes of what visitors see, as far as a page can say that it shows it. */
export type Touch =
  | "all"
  /** Every list. */
  | "lists"
  /** Lists by number of comments. */
  | "lists discussed"
  /** Whatever shows something of this post. */
  | `post ${string}`
  | Moved;

/** By what a list is sorted has become another value for some post. */
export interface Moved {
  sort: "trending" | "top";
  from: number;
  to: number;
}

type Touching = { [Type in EventType]: (event: Extract<NewEvent, { type: Type }>) => Touch[] };

const nothing = () => [];
const everything = (): Touch[] => ["all"];
const post = ({ postId }: Pick<NewEvent, "postId">): Touch[] => (postId ? [`post ${postId}`] : ["all"]);
const listed = (event: Pick<NewEvent, "postId">): Touch[] => [...post(event), "lists"];
const discussed = (event: Pick<NewEvent, "postId">): Touch[] => [...post(event), "lists discussed"];

/**
 * What visitors see differently after each event: kept pages that show it are dropped. The compiler refuses an event
 * without a row; where it is not clear, it is everything. Names stand on many pages, boards and tags on all.
 */
const touching: Touching = {
  "user.signed_up": nothing,
  // The command knows better where the name stands (set-name.server.ts).
  "user.named": nothing,
  "user.handle_changed": everything,
  "user.role_changed": everything,
  "user.preferences_changed": nothing,
  "user.unsubscribed": nothing,
  "user.deleted": everything,
  "mail.suppressed": nothing,
  "mail.unsuppressed": nothing,
  "mail.resent": nothing,
  "board.created": everything,
  "board.edited": everything,
  // Every page leads to a roadmap, if there is one; roadmaps themselves are not kept.
  "roadmap.created": everything,
  "roadmap.edited": everything,
  "roadmap.column_added": nothing,
  "roadmap.column_edited": nothing,
  "roadmap.column_removed": nothing,
  "roadmap.card_placed": nothing,
  "roadmap.card_moved": nothing,
  "roadmap.card_reordered": nothing,
  "roadmap.card_removed": nothing,
  "roadmap.target_changed": nothing,
  "roadmap.note_changed": nothing,
  "tag.created": everything,
  "tag.edited": everything,
  "tag.deleted": everything,
  "post.submitted": listed,
  // With boards, tags and people that are new, perhaps.
  "post.imported": everything,
  "post.edited": listed,
  "revision.removed": post,
  // The vote itself says more exactly which lists it moves (vote-for-post.server.ts).
  "post.voted": listed,
  "post.unvoted": listed,
  "post.followed": post,
  "post.status_changed": listed,
  "post.pinned": listed,
  "post.unpinned": listed,
  "post.locked": post,
  "post.unlocked": post,
  "post.tagged": listed,
  // A duplicate may come into sight on the page of its original, which has not named it yet.
  "post.board_changed": everything,
  "post.merged": (event) => [...listed(event), `post ${event.data.originalId}`],
  "post.unmerged": (event) => [...listed(event), `post ${event.data.originalId}`],
  "post.assigned": nothing,
  "post.judged": nothing,
  "post.deleted": listed,
  "post.restored": everything,
  "comment.submitted": discussed,
  "comment.edited": post,
  "comment.deleted": discussed,
  "freshdesk.linked": nothing,
  "freshdesk.unlinked": nothing,
  "freshdesk.requested": nothing,
  "freshdesk.requester_known": nothing,
  "supporter.asked": nothing,
  "supporter.agreed": post,
  "supporter.declined": post,
  // Visitors see nothing of what the team does among itself.
  "note.added": nothing,
  "note.edited": nothing,
  "note.deleted": nothing,
  "reply.created": nothing,
  "reply.edited": nothing,
  "reply.deleted": nothing,
  // No page of answers is kept.
  "synonyms.saved": nothing,
  "synonyms.removed": nothing,
  "synonyms.restored": nothing,
  "freshdesk.settings_changed": nothing,
  "freshdesk.paused": nothing,
  "freshdesk.resumed": nothing,
  "freshdesk.disconnected": nothing,
  "freshdesk.connected": nothing,
  "export.requested": nothing,
  "export.deleted": nothing,
  "import.requested": nothing,
  "import.undo_requested": nothing,
  "import.added": everything,
  "import.undone": everything,
  // No page that is kept shows the changelog; the posts that it moves have events of their own.
  "entry.created": nothing,
  "entry.edited": nothing,
  "entry.scheduled": nothing,
  "entry.unscheduled": nothing,
  "entry.refused": nothing,
  "entry.published": nothing,
  "entry.unpublished": nothing,
  "entry.deleted": nothing,
  "label.created": nothing,
  "label.edited": nothing,
  "label.deleted": nothing,
  "view.created": nothing,
  "view.edited": nothing,
  "view.deleted": nothing,
  "subscriber.added": nothing,
  "subscriber.removed": nothing,
  // No page that is kept shows what is for the team alone.
  "post.effort_set": nothing,
  "score.weighed": nothing,
  "companies.uploaded": nothing,
  "company.saved": nothing,
  "company.removed": nothing,
};

export const touchesOf = (event: NewEvent): Touch[] => touching[event.type](event as never);
