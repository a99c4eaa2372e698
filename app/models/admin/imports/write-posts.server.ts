import { and, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { type Rendered, renderInJob } from "../../core/text/markdown.server";
import { giveMissingHandles } from "../../core/users/give-handle.server";
import type { ImportedPost } from "./imported-post";
import { insertPosts } from "./insert-posts.server";
import type { ImportRun } from "./start-import.server";
import { takeTurnsAtImporting } from "./take-turns.server";

/** The most posts that are written in one transaction. */
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
  /** The import they come with, to be taken back with it. */
  run?: ImportRun;
  at?: Date;
}

/**
 * Writes posts that come from elsewhere, all of them or, when anything fails, none. Those that are here
 * already stay as they are. Their authors follow them, and nobody is told: they are history.
 * For whoever runs the portal's programs; a page in front of this has to check `mayAdminister`.
 */
export async function writePosts(db: Db, { batch, onReady, run, at = new Date() }: WritePosts): Promise<Written> {
  const missing = await leaveOutKnown(db, batch);
  const rendered = await renderBodies(missing, onReady);
  const imported = await db.transaction(async (tx) => {
    await takeTurnsAtImporting(tx);
    // Another import may have been quicker.
    const still = await leaveOutKnown(tx, missing);
    await insertPosts(tx, still, rendered, { at, run });
    return still.length;
  });
  await giveMissingHandles(db, at);
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
    rendered.set(post, await renderInJob(post.body, "import"));
    onReady?.();
  };
  for (let i = 0; i < some.length; i += rendersAtOnce) {
    await Promise.all(some.slice(i, i + rendersAtOnce).map(render));
  }
  return rendered;
}
