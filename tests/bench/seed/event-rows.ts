import type { events } from "#db/schema";
import type { Happening } from "./happenings";
import { previous } from "./portal";
import { maintainerOf, personOf, type World } from "./world";

/** One event for whatever happened, as every command records it. */
export function* eventRows(all: Happening[], world: World): Generator<typeof events.$inferInsert> {
  for (const one of all) yield { ...eventOf(one, world), postId: one.post.id, createdAt: new Date(one.at) };
}

function eventOf(one: Happening, world: World) {
  const { post } = one;
  const actor = (by: number) => ({ actorId: personOf(world, post, by), commentId: null });
  switch (one.type) {
    case "submitted":
      return { type: "post.submitted", ...actor(0), data: { kind: post.kind, boardId: world.boards[post.board] } };
    case "voted":
      return { type: "post.voted", ...actor(one.by), data: {} };
    case "commented": {
      const { id, by, parentId } = one.comment;
      return { type: "comment.submitted", ...actor(by), commentId: id, data: { parentId } };
    }
    case "moved": {
      const data = { from: previous[post.status], to: post.status, moveId: one.moveId, byAuthor: false };
      return { type: "post.status_changed", ...actor(0), actorId: maintainerOf(world), data };
    }
  }
}
