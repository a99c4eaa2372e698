import type { ScoreWeights } from "#db/schema/demand";
import type { FreshdeskLinkOrigin } from "#db/schema/freshdesk";
import type { FollowLevel, PostKind, PostStatus } from "#db/schema/posts";
import type { Role } from "#db/schema/users";

/** What a column of a roadmap was called at the time. */
export interface ColumnLabel {
  name: string;
  statuses: PostStatus[];
}

/** What each type of event says beyond who, when and about which post or comment. */
export interface EventData {
  "user.signed_up": Record<never, never>;
  /** Names, handles and addresses are blanked when an account is deleted. */
  "user.named": { from: string | null; to: string | null };
  "user.role_changed": { userId: string; from: Role; to: Role };
  "user.handle_changed": { from: string | null; to: string | null };
  "user.preferences_changed": { fields: string[] };
  /** By a link in a mail, from all mail about posts. */
  "user.unsubscribed": Record<never, never>;
  /** The person's own wish or, as an administrator carries it out, theirs. */
  "user.deleted": { userId: string; texts: "kept" | "removed" };
  "mail.suppressed": { address: string | null; reason: "bounce" | "complaint" | "manual" };
  "mail.unsuppressed": { address: string | null };
  "mail.resent": { deliveryId: string };
  "board.created": { boardId: number; name: string };
  "board.edited": { boardId: number; name: string };
  "roadmap.created": { roadmapId: number; name: string };
  "roadmap.edited": { roadmapId: number; fields: string[] };
  "roadmap.column_added": { roadmapId: number; column: ColumnLabel };
  "roadmap.column_edited": { roadmapId: number; column: ColumnLabel };
  "roadmap.column_removed": { roadmapId: number; column: ColumnLabel };
  /** The event's post was put into a column by hand. */
  "roadmap.card_placed": { roadmapId: number; column: ColumnLabel };
  "roadmap.card_moved": { roadmapId: number; from: ColumnLabel; column: ColumnLabel };
  /** Within its column. */
  "roadmap.card_reordered": { roadmapId: number; column: ColumnLabel };
  /** Its status decides again where it stands, if anywhere. */
  "roadmap.card_removed": { roadmapId: number; column: ColumnLabel };
  "roadmap.target_changed": { roadmapId: number; from: string; to: string };
  /** What it says since; unknown of those that are older than that we keep it. */
  "roadmap.note_changed": { roadmapId: number; note?: string };
  "tag.created": { tagId: number; name: string };
  "tag.edited": { tagId: number; name: string };
  "tag.deleted": { tagId: number; name: string };
  "post.submitted": { kind: PostKind; boardId: number };
  "post.imported": { kind: PostKind; boardId: number; source: string };
  "post.edited": { fields: string[] };
  /** What the event's post or comment said before some changes is gone from its history. */
  "revision.removed": { revisionIds: number[] };
  "post.voted": Record<never, never>;
  "post.unvoted": Record<never, never>;
  "post.followed": { from: FollowLevel | null; to: FollowLevel };
  "post.status_changed": {
    from: PostStatus;
    to: PostStatus;
    moveId: string;
    byAuthor: boolean;
    /** The customers of linked tickets are answered, instead of a note for agents. */
    repliesToFreshdesk?: boolean;
  };
  "post.pinned": Record<never, never>;
  "post.unpinned": Record<never, never>;
  "post.locked": Record<never, never>;
  "post.unlocked": Record<never, never>;
  "post.tagged": { added: number[]; removed: number[] };
  "post.board_changed": { from: number; to: number };
  /** The event's post became a duplicate. */
  "post.merged": { originalId: string; mergeId: string };
  "post.unmerged": { originalId: string; mergeId: string };
  /** Who of the team looks after it; null is nobody. */
  "post.assigned": { from: string | null; to: string | null };
  "post.judged": { isSolved: boolean };
  "post.deleted": Record<never, never>;
  "post.restored": Record<never, never>;
  "comment.submitted": { parentId: string | null };
  "comment.edited": Record<never, never>;
  "comment.deleted": Record<never, never>;
  /** The event's post and this ticket belong together. */
  "freshdesk.linked": { linkId: string; ticket: number; origin: FreshdeskLinkOrigin };
  "freshdesk.unlinked": { linkId: string; ticket: number };
  /** Somebody wants a ticket about the event's post; `id` is the stamp of the write that makes it. */
  "freshdesk.requested": { id: string; requester: "support" | "author" };
  /** We learnt whose ticket a linked one is, or it has become somebody else's. */
  "freshdesk.requester_known": { ticket: number; requesterId: string };
  /** A customer behind a ticket was asked whether to keep them posted, and what they said. */
  "supporter.asked": { supporterId: string };
  "supporter.agreed": { supporterId: string };
  "supporter.declined": { supporterId: string };
  "entry.created": { entryId: string };
  "entry.edited": { entryId: string; fields: string[] };
  "entry.scheduled": { entryId: string; for: string };
  "entry.unscheduled": { entryId: string };
  /** Its time had come, and it could not be published: it is a draft again. */
  "entry.refused": { entryId: string; problem: string };
  /** `isNews`: subscribers are to be told. */
  "entry.published": { entryId: string; isNews: boolean };
  "entry.unpublished": { entryId: string };
  "entry.deleted": { entryId: string };
  "label.created": { labelId: number; name: string };
  "label.edited": { labelId: number; name: string };
  "label.deleted": { labelId: number };
  "view.created": { viewId: number };
  "view.edited": { viewId: number };
  "view.deleted": { viewId: number };
  /** To the changelog where there is no roadmap. */
  "subscriber.added": { subscriberId: string; roadmapId: number | null };
  "subscriber.removed": { subscriberId: string; roadmapId: number | null };
  /** What notes say stands in their own table only. */
  "note.added": { noteId: string };
  "note.edited": { noteId: string };
  "note.deleted": { noteId: string };
  "reply.created": { replyId: number; title: string };
  "reply.edited": { replyId: number; title: string };
  "reply.deleted": { replyId: number; title: string };
  "synonyms.saved": { synonymsId: number; words: string[] };
  /** Search goes by them no longer. */
  "synonyms.removed": { synonymsId: number; words: string[] };
  "synonyms.restored": { synonymsId: number; words: string[] };
  "freshdesk.settings_changed": { fields: string[] };
  "freshdesk.paused": Record<never, never>;
  "freshdesk.resumed": Record<never, never>;
  "freshdesk.disconnected": { keepsLinks: boolean };
  "freshdesk.connected": Record<never, never>;
  /** Null: nobody has said. */
  "post.effort_set": { from: number | null; to: number | null };
  "score.weighed": { from: ScoreWeights | null; to: ScoreWeights };
  "companies.uploaded": { mode: "merge" | "replace"; count: number };
  "company.saved": { domain: string };
  "company.removed": { domain: string };
  "export.requested": { exportId: string };
  "export.deleted": { exportId: string };
  /** Somebody has a file imported, or an import taken back; a job does it. */
  "import.requested": { importId: string; fileName: string };
  "import.undo_requested": { importId: string };
  /** Votes, comments, answers and so on from elsewhere: history, of which nobody is told. */
  "import.added": { importId: string; count: number };
  "import.undone": { importId: string; count: number };
}

export type EventType = keyof EventData;

export type NewEvent = {
  [Type in EventType]: {
    type: Type;
    /** Null where the product itself acts. */
    actorId: string | null;
    postId?: string;
    commentId?: string;
    data: EventData[Type];
    at: Date;
  };
}[EventType];
