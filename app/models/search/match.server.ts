import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { posts } from "#db/schema";
import { listedPosts } from "../posts/visible-posts.server";
import type { Viewer } from "../users/viewer";
import { type Marks, marksQuery, tsqueryOf } from "./to-tsquery";
import type { Wish } from "./understand.server";

/** How many posts are weighed at most: all that match, unless the words are common. */
const mostByTitle = 300;
const mostByWords = 500;
/** Where more match than are weighed, the popular ones among them are. */
const mostPopular = 500;
/** What a word counts in a comment, a duplicate, the body, the title. */
const weights = "{0.05, 0.1, 0.3, 1.0}";

interface Match {
  viewer: Viewer;
  wishes: Wish[];
  marks: Marks;
  limit: number;
  offset: number;
}

/**
 * The numbers of posts that meet all wishes, the best first: by the title, then by their own text, then by what
 * others said; within each the better match, helped a little by votes. The inner queries have no limit of their
 * own, so that the planner goes by the index and not by luck; what reads them stops early. Nor may it join all posts
 * with the few that were found, which it does where it takes these for many.
 */
export async function matchPosts(db: Db, { viewer, wishes, marks, limit, offset }: Match): Promise<number[]> {
  const words = tsqueryOf(wishes);
  const all = `${words}${marksQuery(marks)}`;
  const found = await rows<{ number: number }>(
    db,
    sql`with by_title as materialized (
        select post_id from search_documents where title @@ ${all}::tsquery
      ), by_words as materialized (
        select post_id from search_documents where words @@ ${all}::tsquery
      ), some_by_words as materialized (
        select post_id from by_words limit ${mostByWords}
      ), popular as materialized (
        select id from posts where deleted_at is null and merged_into is null
          and board_id <> all(${`{${marks.hiddenBoardIds.join(",")}}`}::int[])
          order by vote_count desc, number desc limit ${mostPopular}
      ), candidates as (
        select post_id from some_by_words
        union (select post_id from by_title where (select count(*) from some_by_words) = ${mostByWords}
          limit ${mostByTitle})
        union select id from popular cross join lateral (
            select words from search_documents where post_id = popular.id offset 0
          ) as document
          where (select count(*) from some_by_words) = ${mostByWords} and words @@ ${all}::tsquery
      )
      select ${posts.number} from candidates
      cross join lateral (select words from search_documents where post_id = candidates.post_id offset 0) as document
      cross join lateral (select * from posts where posts.id = candidates.post_id offset 0) as posts
      where ${listedPosts(db, viewer)}
      order by document.words @@ ${tsqueryOf(wishes, "A")}::tsquery desc,
        document.words @@ ${tsqueryOf(wishes, "AB")}::tsquery desc,
        ts_rank(${weights}::real[], document.words, ${words}::tsquery, 1) * (1 + 0.1 * ln(1 + ${posts.voteCount})) desc,
        ${posts.voteCount} desc, ${posts.number} desc
      limit ${limit} offset ${offset}`,
  );
  return found.map(({ number }) => number);
}
