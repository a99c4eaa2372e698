import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";
import type { IndexOrder } from "./build-index";
import { ask, startChild, stopChild } from "./child";
import { seed } from "./seed/seed";
import type { Size } from "./seed/size";

/** Beyond, the two indexes take longer to build than all the rest of the bench, and no goal asks for them. */
const mostIndexed = 100_000;

export const isIndexed = ({ posts }: Size): boolean => posts <= mostIndexed;

const patience = 20 * 60_000;

/** Seeds a database and makes its indexes. Resolves to what there is to say about that. */
export async function fillPortal(sql: Sql, url: string, size: Size): Promise<string[]> {
  const [there] = await sql<{ posts: number }[]>`select count(*)::int as posts from posts`;
  if (there?.posts === size.posts) return [`${size.posts} posts, left by the run before`];
  const begun = performance.now();
  const source = await seed(sql, size);
  const seeded = performance.now();
  if (isIndexed(size)) {
    // Both at once: each keeps one processor busy.
    await Promise.all([buildIndex({ url, which: "search" }), buildIndex({ url, which: "similar" })]);
    await sql`vacuum analyze`.simple();
  }
  // Else what is still to be written meets what is measured; only a superuser may ask for that.
  await sql`checkpoint`.simple().catch(() => {});
  const [database] = await sql<{ size: string }[]>`select pg_size_pretty(pg_database_size(current_database())) as size`;
  return [
    `${size.posts} posts, ${size.votes} votes, ${size.people} people; a database of ${database?.size}`,
    `Seeded in ${toSeconds(seeded - begun)} s from ${source}`,
    isIndexed(size)
      ? `Search and similar posts indexed in ${toSeconds(performance.now() - seeded)} s`
      : "Search and similar posts are not indexed here, nor measured: that would take longer than all the rest",
  ];
}

async function buildIndex(order: IndexOrder): Promise<void> {
  const child = startChild(fileURLToPath(new URL("build-index.ts", import.meta.url)));
  await ask(child, order, patience);
  await stopChild(child);
}

const toSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(0);
