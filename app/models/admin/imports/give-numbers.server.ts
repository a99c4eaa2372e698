import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { numbering, posts } from "#db/schema";
import { nextNumber } from "../../feedback/posts/submit-post.server";
import type { ImportedPost } from "./imported-post";

/**
 * The public number of each post: the one it has where it comes from, if those are kept and nobody has it here,
 * else the next ones.
 */
export async function giveNumbers(tx: Db, some: ImportedPost[], keeps: boolean): Promise<number[]> {
  const kept = keeps ? await keepFree(tx, some) : new Set<number>();
  const isKept = (post: ImportedPost) => kept.has(post.numberThere ?? 0);
  const others = some.filter((post) => !isKept(post)).length;
  let next = others > 0 ? await nextNumber(tx, others) : 0;
  return some.map((post) => (isKept(post) ? (post.numberThere ?? 0) : next++));
}

async function keepFree(tx: Db, some: ImportedPost[]): Promise<Set<number>> {
  // Waits for whoever posts, and lets nobody post until this is done.
  await tx.select().from(numbering).where(eq(numbering.name, "post")).for("update");
  const wanted = some.flatMap(({ numberThere }) => numberThere ?? []);
  const once = new Set(wanted);
  const taken = await tx
    .select({ number: posts.number })
    .from(posts)
    .where(inArray(posts.number, [...once]));
  for (const { number } of taken) once.delete(number);
  const highest = Math.max(0, ...once);
  await tx
    .update(numbering)
    .set({ last: sql`greatest(${numbering.last}, ${highest}::int)` })
    .where(eq(numbering.name, "post"));
  return once;
}
