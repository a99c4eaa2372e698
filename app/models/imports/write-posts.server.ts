import { and, inArray, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { recordEvents } from "../events/record.server";
import { nextNumber } from "../posts/submit-post.server";
import { htmlVersion, type Rendered, renderMarkdown } from "../text/markdown.server";
import { findOrCreateBoards, findOrCreateTags } from "./find-or-create.server";
import { findOrCreateAuthors } from "./find-or-create-authors.server";
import type { ImportedPost } from "./imported-post";

/** Posts in one transaction. */
export const largestBatch = 1000;

export interface Written {
  imported: number;
  alreadyHere: number;
}

interface WritePosts {
  /** At most {@link largestBatch}. */
  batch: ImportedPost[];
  /** Called for each post that is made ready, which takes longer than writing it. */
  onReady?: () => void;
  at?: Date;
}

/**
 * Writes posts that come from elsewhere, all of them or, when anything fails, none. Those that are here
 * already stay as they are. Nobody follows them and nobody is told: they are history.
 * For whoever runs the portal's programs; a page in front of this has to check `mayAdminister`.
 */
export async function writePosts(db: Db, { batch, onReady, at = new Date() }: WritePosts): Promise<Written> {
  const missing = await leaveOutKnown(db, batch);
  const rendered = await renderBodies(missing, onReady);
  const imported = await db.transaction(async (tx) => {
    await takeTurns(tx);
    // Another import may have been quicker.
    const still = await leaveOutKnown(tx, missing);
    await insertPosts(tx, still, rendered, at);
    return still.length;
  });
  return { imported, alreadyHere: batch.length - imported };
}

const keyOf = ({ source, sourceId }: { source: string | null; sourceId: string | null }) =>
  JSON.stringify([source, sourceId]);

/** Each post once, without those that are here. */
async function leaveOutKnown(db: Db, some: ImportedPost[]): Promise<ImportedPost[]> {
  const byKey = new Map<string, ImportedPost>();
  for (const post of some) if (!byKey.has(keyOf(post))) byKey.set(keyOf(post), post);
  if (byKey.size === 0) return [];
  const sources = [...new Set(some.map((post) => post.source))];
  const ids = some.map((post) => post.sourceId);
  const known = await db
    .select({ source: posts.source, sourceId: posts.sourceId })
    .from(posts)
    .where(and(inArray(posts.source, sources), inArray(posts.sourceId, ids)));
  for (const post of known) byKey.delete(keyOf(post));
  return [...byKey.values()];
}

/** The one thread that renders has work while its last result travels, and no text waits long for its turn. */
const rendersAtOnce = 3;

async function renderBodies(some: ImportedPost[], onReady?: () => void): Promise<Map<ImportedPost, Rendered>> {
  const rendered = new Map<ImportedPost, Rendered>();
  const render = async (post: ImportedPost) => {
    rendered.set(post, await renderMarkdown(post.body));
    onReady?.();
  };
  for (let i = 0; i < some.length; i += rendersAtOnce) {
    await Promise.all(some.slice(i, i + rendersAtOnce).map(render));
  }
  return rendered;
}

/** Imports write one after the other, and may wait for it longer than a page would. */
async function takeTurns(tx: Db): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '2min'`);
  await tx.execute(sql`set local statement_timeout = '2min'`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('imports', 0))`);
}

async function insertPosts(
  tx: Db,
  some: ImportedPost[],
  rendered: Map<ImportedPost, Rendered>,
  at: Date,
): Promise<void> {
  if (some.length === 0) return;
  const boardIds = await findOrCreateBoards(
    tx,
    some.map((post) => post.board),
    at,
  );
  const tagIds = await findOrCreateTags(
    tx,
    some.flatMap((post) => post.tags),
    at,
  );
  const authorOf = await findOrCreateAuthors(tx, some, at);
  // Last, because whoever posts meanwhile waits for it.
  const first = await nextNumber(tx, some.length);
  const rows = some.map((post, i) => ({
    id: uuid(),
    number: first + i,
    kind: post.kind,
    status: post.status,
    boardId: idOf(boardIds, post.board),
    authorId: authorOf(post),
    title: post.title,
    bodyMarkdown: post.body,
    bodyHtml: rendered.get(post)?.html ?? "",
    excerpt: rendered.get(post)?.excerpt ?? "",
    htmlVersion,
    tagIds: [...new Set(post.tags.map((tag) => idOf(tagIds, tag)))].sort((a, b) => a - b),
    createdAt: post.createdAt ?? at,
    source: post.source,
    sourceId: post.sourceId,
  }));
  await tx.insert(posts).values(rows);
  const type = "post.imported" as const;
  const events = rows.map(({ id, kind, boardId, source }) => ({
    type,
    actorId: null,
    postId: id,
    data: { kind, boardId, source },
    at,
  }));
  await recordEvents(tx, events);
}

function idOf(ids: Map<string, number>, name: string): number {
  const id = ids.get(name.toLowerCase());
  if (id === undefined) throw new Error("A board or a tag was there and is gone within one transaction.");
  return id;
}
