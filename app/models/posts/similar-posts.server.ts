import { and, desc, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import type { Viewer } from "../users/viewer";
import { listedPosts } from "./visible-posts.server";

const mostShown = 8;
const mostWords = 12;

/** Posts whose titles share words with this one's, those that share most first. */
export async function listSimilarPosts(db: Db, viewer: Viewer, { id, title }: { id: string; title: string }) {
  const words = wordsOf(title);
  if (words.length === 0) return [];
  const query = sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" | ")})`;
  const titleWords = sql`to_tsvector('simple', ${posts.title})`;
  return db
    .select({ number: posts.number, title: posts.title, status: posts.status, voteCount: posts.voteCount })
    .from(posts)
    .where(and(ne(posts.id, id), listedPosts(db, viewer), sql`${titleWords} @@ ${query}`))
    .orderBy(desc(sql`ts_rank(${titleWords}, ${query})`), desc(posts.voteCount), desc(posts.number))
    .limit(mostShown);
}

/** Short words tell nothing apart where letters make words, and everything where signs do. */
function wordsOf(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const telling = words.filter((word) => word.length > 3 || /\p{Lo}|\p{N}/u.test(word));
  return [...new Set(telling)].slice(0, mostWords);
}
