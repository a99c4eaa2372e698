import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { comments, importSources } from "#db/schema";
import { leaveOutKnownActivities } from "./leave-out-known.server";
import type { Placed, Writing } from "./placed";

/** Adds the comments that are not here yet; resolves to how many. */
export async function addComments(tx: Db, some: Placed<"comment">[], { run, at }: Writing): Promise<number> {
  const fresh = await leaveOutKnownActivities(tx, { run, kind: "comment", some, idOf: ({ id }) => id });
  if (fresh.length === 0) return 0;
  const homes = await findParents(tx, fresh, run.source);
  const made = new Map<string, { id: string; postId: string; parentId: string | null }>();
  const rows = fresh.map((activity) => {
    const parent = activity.parent ? (made.get(activity.parent) ?? homes.get(activity.parent)) : undefined;
    // Replies go one level deep here: a reply to a reply stands beside it. A parent on another post is none.
    const parentId = parent && parent.postId === activity.postId ? (parent.parentId ?? parent.id) : null;
    const row = { id: uuid(), postId: activity.postId, parentId };
    made.set(activity.id, row);
    return {
      ...row,
      authorId: activity.userId,
      bodyMarkdown: activity.body,
      bodyHtml: activity.html,
      htmlVersion: activity.version,
      createdAt: activity.at ?? at,
    };
  });
  await tx.insert(comments).values(rows);
  const sources = fresh.map(({ id, postId }) => {
    const ourId = made.get(id)?.id ?? "";
    return { source: run.source, kind: "comment" as const, sourceId: id, importId: run.id, postId, ourId };
  });
  await tx.insert(importSources).values(sources);
  return rows.length;
}

/** Comments of earlier batches that are replied to, by their ids at the source. */
async function findParents(tx: Db, some: Placed<"comment">[], source: string) {
  const ids = some.flatMap(({ parent }) => parent ?? []);
  if (ids.length === 0) return new Map<string, { id: string; postId: string; parentId: string | null }>();
  const found = await tx
    .select({ there: importSources.sourceId, id: comments.id, postId: comments.postId, parentId: comments.parentId })
    .from(importSources)
    .innerJoin(comments, eq(comments.id, importSources.ourId))
    .where(
      and(
        eq(importSources.source, source),
        eq(importSources.kind, "comment"),
        inArray(importSources.sourceId, [...new Set(ids)]),
      ),
    );
  return new Map(found.map(({ there, ...comment }) => [there, comment]));
}
