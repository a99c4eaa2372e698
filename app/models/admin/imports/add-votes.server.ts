import type { Db } from "#db/client.server";
import { follows, importSources, votes } from "#db/schema";
import type { Placed, Writing } from "./placed";

/** Adds the votes or the follows that are not here yet; resolves to how many. */
export async function addVotesAndFollows(
  tx: Db,
  kind: "vote" | "follow",
  some: Placed<"vote" | "follow">[],
  { run, at }: Writing,
): Promise<number> {
  if (some.length === 0) return 0;
  const once = new Map(some.map((activity) => [`${activity.postId} ${activity.userId}`, activity]));
  const rows = [...once.values()].map(({ postId, userId, at: when = at }) => ({ postId, userId, createdAt: when }));
  const added = await insert(tx, kind, rows);
  if (added.length === 0) return 0;
  const sources = added.map(({ postId, userId }) => {
    const post = once.get(`${postId} ${userId}`)?.post;
    return { source: run.source, kind, sourceId: `${post} ${userId}`, importId: run.id, postId, ourId: userId };
  });
  await tx.insert(importSources).values(sources).onConflictDoNothing();
  return added.length;
}

type Row = { postId: string; userId: string; createdAt: Date };

async function insert(tx: Db, kind: "vote" | "follow", rows: Row[]): Promise<{ postId: string; userId: string }[]> {
  if (kind === "vote") {
    const back = { postId: votes.postId, userId: votes.userId };
    return tx.insert(votes).values(rows).onConflictDoNothing().returning(back);
  }
  const level = "everything" as const;
  const back = { postId: follows.postId, userId: follows.userId };
  return tx
    .insert(follows)
    .values(rows.map((row) => ({ ...row, level })))
    .onConflictDoNothing()
    .returning(back);
}
