import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayModerate, mayTriage } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { type HeldPost, holdLivePost, holdUnmergedPost } from "./hold-post.server";

interface SetPostFlag {
  viewer: User;
  number: number;
  /** True sets the flag, false takes it off; either is repeatable. */
  on: boolean;
  at?: Date;
}

/** A pinned post stands above the list. */
export const pinPost = flagSetter("pinnedAt", mayTriage, holdLivePost, ["post.pinned", "post.unpinned"]);

/** A locked post takes no comments, and its author no longer changes it. */
export const lockPost = flagSetter("lockedAt", mayModerate, holdLivePost, ["post.locked", "post.unlocked"]);

/** A deleted post is gone for everybody but those who may restore it. */
export const deletePost = flagSetter("deletedAt", mayModerate, holdUnmergedPost, ["post.deleted", "post.restored"]);

function flagSetter(
  column: "pinnedAt" | "lockedAt" | "deletedAt",
  may: (viewer: Viewer) => boolean,
  hold: (tx: Db, viewer: Viewer, number: number) => Promise<HeldPost>,
  [set, unset]: [FlagEvent, FlagEvent],
) {
  return async (db: Db, { viewer, number, on, at = new Date() }: SetPostFlag): Promise<void> => {
    if (!may(viewer)) throw new DomainError("forbidden");
    await db.transaction(async (tx) => {
      const post = await hold(tx, viewer, number);
      if ((post[column] !== null) === on) return;
      await tx
        .update(posts)
        .set({ [column]: on ? at : null })
        .where(eq(posts.id, post.id));
      await recordEvent(tx, { type: on ? set : unset, actorId: viewer.id, postId: post.id, data: {}, at });
    });
  };
}

type FlagEvent = "post.pinned" | "post.unpinned" | "post.locked" | "post.unlocked" | "post.deleted" | "post.restored";
