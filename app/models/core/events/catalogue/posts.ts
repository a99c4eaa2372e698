import type { FollowLevel, PostKind, PostStatus } from "#db/schema/feedback/posts";
import { event } from "../event-row";
import { everything, listed, nothing, post } from "../touches";

export const postEvents = {
  "post.submitted": event<{ kind: PostKind; boardId: number }>()({
    about: "post",
    consequences: ["notify-people", "index-post"],
    touches: listed,
    changes: ["index"],
  }),
  "post.imported": event<{ kind: PostKind; boardId: number; source: string }>()({
    about: "post",
    consequences: [],
    // With boards, tags and people that are new, perhaps.
    touches: everything,
    changes: ["index"],
  }),
  "post.edited": event<{ fields: string[] }>()({
    about: "post",
    consequences: ["index-post"],
    touches: listed,
    changes: ["index"],
  }),
  /** What the event's post or comment said before some changes is gone from its history. */
  "revision.removed": event<{ revisionIds: number[] }>()({
    about: "post or comment",
    consequences: [],
    touches: post,
  }),
  "post.voted": event()({
    about: "post",
    consequences: [],
    // The vote itself says more exactly which lists it moves (vote-for-post.server.ts).
    touches: listed,
  }),
  "post.unvoted": event()({
    about: "post",
    consequences: [],
    touches: listed,
  }),
  "post.followed": event<{ from: FollowLevel | null; to: FollowLevel }>()({
    about: "post",
    consequences: [],
    touches: post,
    variant: ({ to }) => (to === "muted" ? "muted" : "followed"),
  }),
  "post.status_changed": event<{
    from: PostStatus;
    to: PostStatus;
    moveId: string;
    byAuthor: boolean;
    /** The customers of linked tickets are answered, instead of a note for agents. */
    repliesToFreshdesk?: boolean;
  }>()({
    about: "post",
    consequences: ["notify-people", "sync-freshdesk", "index-post", "escalate-ticket"],
    touches: listed,
    isMilestone: true,
    changes: ["index"],
    variant: ({ from, to, byAuthor }) => (byAuthor ? "closed" : from === to ? "answered" : "moved"),
    gaps: ({ from, to }, _names, { t }) => ({ from: t(`status.${from}`), to: t(`status.${to}`) }),
  }),
  "post.pinned": event()({
    about: "post",
    consequences: [],
    touches: listed,
    inTimeline: true,
  }),
  "post.unpinned": event()({
    about: "post",
    consequences: [],
    touches: listed,
    inTimeline: true,
  }),
  "post.locked": event()({
    about: "post",
    consequences: [],
    touches: post,
    inTimeline: true,
  }),
  "post.unlocked": event()({
    about: "post",
    consequences: [],
    touches: post,
    inTimeline: true,
  }),
  "post.tagged": event<{ added: number[]; removed: number[] }>()({
    about: "post",
    consequences: ["index-post"],
    touches: listed,
    changes: ["index"],
    inTimeline: true,
    variant: ({ added, removed }) => (removed.length === 0 ? "added" : added.length === 0 ? "removed" : "both"),
    gaps: ({ added, removed }, { tag }) => ({ added: added.map(tag), removed: removed.map(tag) }),
  }),
  "post.board_changed": event<{ from: number; to: number }>()({
    about: "post",
    consequences: ["index-post", "refresh-synonyms"],
    // A duplicate may come into sight on the page of its original, which has not named it yet.
    touches: everything,
    changes: ["index", "visibility"],
    inTimeline: true,
    gaps: ({ to }, { board }) => ({ board: board(to) }),
  }),
  /** The event's post became a duplicate. */
  "post.merged": event<{ originalId: string; mergeId: string }>()({
    about: "post",
    consequences: ["notify-people", "sync-freshdesk", "index-post", "refresh-synonyms"],
    touches: (event) => [...listed(event), `post ${event.data.originalId}`],
    isMilestone: true,
    changes: ["index"],
  }),
  "post.unmerged": event<{ originalId: string; mergeId: string }>()({
    about: "post",
    consequences: ["sync-freshdesk", "index-post", "refresh-synonyms"],
    touches: (event) => [...listed(event), `post ${event.data.originalId}`],
    changes: ["index"],
  }),
  /** Who of the team looks after it; null is nobody. */
  "post.assigned": event<{ from: string | null; to: string | null }>()({
    about: "post",
    consequences: ["notify-people"],
    touches: nothing,
    variant: ({ to }) => (to ? "assigned" : "unassigned"),
    gaps: ({ to }, { person }) => ({ person: person(to ?? "") }),
  }),
  "post.judged": event<{ isSolved: boolean }>()({
    about: "post",
    consequences: [],
    touches: nothing,
    variant: ({ isSolved }) => (isSolved ? "solved" : "unsolved"),
  }),
  "post.deleted": event()({
    about: "post",
    consequences: ["index-post", "refresh-synonyms"],
    touches: listed,
    changes: ["index", "visibility"],
    inTimeline: true,
  }),
  "post.restored": event()({
    about: "post",
    consequences: ["index-post", "refresh-synonyms"],
    touches: everything,
    changes: ["index", "visibility"],
    inTimeline: true,
  }),
};
