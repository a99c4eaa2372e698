import { and, inArray, ne, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { posts } from "#db/schema";
import type { Viewer } from "../users/viewer";
import { listedPosts } from "./visible-posts.server";

const mostShown = 8;
const mostWords = 12;

/** Posts whose titles share words with this one's: those first that share most, and the rarest. */
export async function listSimilarPosts(db: Db, viewer: Viewer, { id, title }: { id: string; title: string }) {
  const words = wordsOf(title).map((word) => sql`(to_tsquery('simple', ${`${word}:*`}))`);
  if (words.length === 0) return [];
  const alike = await rows<{ id: string }>(
    db,
    sql`with words (word) as (values ${sql.join(words, sql`, `)}),
      titles as materialized (
        select id, vote_count, to_tsvector('simple', title) as title from posts
        where ${and(ne(posts.id, id), listedPosts(db, viewer))}
      ),
      hits as (select id, vote_count, word from titles join words on title @@ word),
      rarity as (select word, 1.0 / count(*) as weight from hits group by word)
      select id from hits join rarity using (word)
      group by id, vote_count order by sum(weight) desc, vote_count desc, id limit ${mostShown}`,
  );
  const order = alike.map((post) => post.id);
  const found = await db
    .select({
      id: posts.id,
      number: posts.number,
      title: posts.title,
      status: posts.status,
      voteCount: posts.voteCount,
    })
    .from(posts)
    .where(inArray(posts.id, order));
  return found.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** Short words tell nothing apart where letters make words, and everything where signs do. */
function wordsOf(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const telling = words.filter((word) => word.length > 3 || /\p{Lo}|\p{N}/u.test(word));
  return [...new Set(telling)].slice(0, mostWords);
}
