import { eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { importSources, moves, posts } from "#db/schema";
import { leaveOutKnownActivities } from "./leave-out-known.server";
import type { Placed, Writing } from "./placed";

/** Adds official answers: the move that led to where each post stands. Resolves to how many. */
export async function addAnswers(tx: Db, some: Placed<"answer">[], { run, at }: Writing): Promise<number> {
  const fresh = await leaveOutKnownActivities(tx, { run, kind: "answer", some, idOf: ({ post }) => post });
  if (fresh.length === 0) return 0;
  const ids = fresh.map(({ postId }) => postId);
  const found = await tx.select({ id: posts.id, status: posts.status }).from(posts).where(inArray(posts.id, ids));
  const statuses = new Map(found.map(({ id, status }) => [id, status]));
  const rows = fresh.map(({ postId, userId, body, html, version, at: when = at }) => ({
    id: uuid({ msecs: when.getTime() }),
    postId,
    actorId: userId,
    from: "open" as const,
    to: statuses.get(postId) ?? "open",
    answerMarkdown: body,
    answerHtml: html,
    htmlVersion: version,
    createdAt: when,
  }));
  await tx.insert(moves).values(rows);
  for (const { postId, to, createdAt } of rows) {
    if (to !== "open") await tx.update(posts).set({ movedAt: createdAt }).where(eq(posts.id, postId));
  }
  const sources = fresh.map(({ post, postId }, i) => {
    const ourId = rows[i]?.id ?? "";
    return { source: run.source, kind: "answer" as const, sourceId: post, importId: run.id, postId, ourId };
  });
  await tx.insert(importSources).values(sources);
  return rows.length;
}
