import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { importSources, merges, posts } from "#db/schema";
import { takeTurnsAtMerging } from "../../feedback/posts/duplicates.server";
import { leaveOutKnownActivities } from "./leave-out-known.server";
import type { Placed, Writing } from "./placed";

/** Makes posts duplicates as they were there, chains collapsed and circles left out. Resolves to how many. */
export async function addMerges(tx: Db, some: Placed<"merge">[], { run, at }: Writing): Promise<number> {
  const fresh = await leaveOutKnownActivities(tx, { run, kind: "merge", some, idOf: ({ post }) => post });
  if (fresh.length === 0) return 0;
  await takeTurnsAtMerging(tx);
  let count = 0;
  for (const activity of fresh) count += (await addMerge(tx, activity, { run, at })) ? 1 : 0;
  return count;
}

async function addMerge(tx: Db, activity: Placed<"merge">, { run, at }: Writing): Promise<boolean> {
  const { post, postId, userId, into, at: createdAt = at } = activity;
  const originalId = await findStanding(tx, run.source, into);
  if (!originalId || originalId === postId) return false;
  const changed = await tx
    .update(posts)
    .set({ mergedInto: originalId })
    .where(and(eq(posts.id, postId), isNull(posts.mergedInto), isNull(posts.deletedAt)))
    .returning({ id: posts.id });
  if (changed.length === 0) return false;
  await tx.update(posts).set({ mergedInto: originalId }).where(eq(posts.mergedInto, postId));
  const id = uuid();
  await tx.insert(merges).values({ id, duplicateId: postId, originalId, actorId: userId, createdAt });
  const { source, id: importId } = run;
  await tx.insert(importSources).values({ source, kind: "merge", sourceId: post, importId, postId, ourId: id });
  return true;
}

/** The post of that id at the source, or what it has been merged into. */
async function findStanding(tx: Db, source: string, sourceId: string): Promise<string | undefined> {
  const [post] = await tx
    .select({ id: posts.id, mergedInto: posts.mergedInto })
    .from(posts)
    .where(and(eq(posts.source, source), eq(posts.sourceId, sourceId), isNull(posts.deletedAt)));
  return post?.mergedInto ?? post?.id;
}
