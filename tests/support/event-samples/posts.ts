import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const postSamples = {
  "post.submitted": { kind: "idea", boardId: 1 },
  "post.imported": { kind: "bug", boardId: 1, source: "canny" },
  "post.edited": { fields: ["title"] },
  "revision.removed": { revisionIds: [1, 2] },
  "post.voted": {},
  "post.unvoted": {},
  "post.followed": { from: null, to: "muted" },
  "post.status_changed": { from: "open", to: "planned", moveId: id, byAuthor: false },
  "post.pinned": {},
  "post.unpinned": {},
  "post.locked": {},
  "post.unlocked": {},
  "post.tagged": { added: [1, 2], removed: [3] },
  "post.board_changed": { from: 1, to: 2 },
  "post.merged": { originalId: id, mergeId: id },
  "post.unmerged": { originalId: id, mergeId: id },
  "post.assigned": { from: null, to: id },
  "post.judged": { isSolved: true },
  "post.deleted": {},
  "post.restored": {},
} satisfies Partial<EventData>;
