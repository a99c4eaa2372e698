import { type SQL, sql } from "drizzle-orm";
import { type Db, plannedByValues, rows } from "#db/client.server";
import { posts } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { listedPosts } from "../posts/visible-posts.server";
import { type Filters, filtersQuery, type How, mayBeHalf, tsqueryOf, wishQuery } from "./to-tsquery";
import type { Wish } from "./wish";

/** How many posts are weighed at most: all that match, unless the words are common. */
const mostByTitle = 300;
const mostByWords = 500;
/** How many of the posts with most votes are weighed where more match than can be weighed. */
const mostPopular = 500;
/** How much a word counts in a comment, a duplicate, the body and the title, as `ts_rank` takes it. */
const weights = "{0.05, 0.1, 0.3, 1.0}";

export interface Match {
  viewer: Viewer;
  wishes: Wish[];
  filters: Filters;
  limit: number;
  offset: number;
}

/**
 * The numbers of posts that meet all wishes, the best first: by the title, then by their own text, in the words that were
 * asked for before other words for them; within each the better match, helped a little by votes. The inner queries have no
 * limit of their own, so that the planner goes by the index and not by luck; what reads them stops early. Nor may it join
 * all posts with the few that were found, which it does where it takes these for many.
 */
export async function matchPosts(db: Db, { viewer, wishes, filters, limit, offset }: Match): Promise<number[]> {
  const all = `${tsqueryOf(wishes)}${filtersQuery(filters)}`;
  const found = await rows<{ number: number }>(
    db,
    sql`${plannedByValues}with by_title as materialized (
        select post_id from search_documents where title @@ ${all}::tsquery
      ), by_words as materialized (
        select post_id from search_documents where words @@ ${all}::tsquery
      ), some_by_words as materialized (
        select post_id from by_words limit ${mostByWords}
      ), popular as materialized (
        select id from posts where deleted_at is null and merged_into is null
          and board_id <> all(${`{${filters.hiddenBoardIds.join(",")}}`}::int[])
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
      select ${posts.number} from candidates ${withTexts}
      where ${listedPosts(db, viewer)}
      order by ${sql.join(placesOf(wishes), sql`, `)}, ${rankOf(wishes)} desc, ${posts.voteCount} desc, ${posts.number} desc
      limit ${limit} offset ${offset}`,
  );
  return found.map(({ number }) => number);
}

// Long documents are kept packed, and each look at one would unpack it again; joined with nothing it is unpacked once.
const withTexts = sql`cross join lateral (select words || ''::tsvector as words, copies from search_documents
    where post_id = candidates.post_id offset 0) as document
  cross join lateral (select * from posts where posts.id = candidates.post_id offset 0) as posts`;

/**
 * Where all of it stands, in the words that were asked for first: in the title as whole words, in the title, anywhere. Whether
 * in other words as well, and in half words, matters only where there are any.
 */
function placesOf(wishes: Wish[]): SQL[] {
  const hasOthers = wishes.some(({ other }) => other.length > 0);
  const whole = wishes.some(mayBeHalf) ? [{ weights: "A", isOwn: true, isWhole: true }] : [];
  const anyhow = ["A", "AB"].flatMap((weights) =>
    (hasOthers ? [true, false] : [false]).map((isOwn) => ({ weights, isOwn })),
  );
  return [...whole, ...anyhow].map((how) => sql`document.words @@ ${tsqueryOf(wishes, how)}::tsquery desc`);
}

/**
 * The nearer to each other, the better: what is asked for in a few words mostly stands in one place. That is counted in each
 * copy of a text, of which one whose language is hard to tell has more.
 */
const rankOf = (wishes: Wish[]): SQL =>
  sql`ts_rank_cd(${weights}::real[], document.words, ${tsqueryOf(wishes, { isLoose: true })}::tsquery, 1) / document.copies
    * (1 + 0.1 * ln(1 + ${posts.voteCount}))`;

export interface PartlyFound {
  number: number;
  /** Which of the wishes it meets, by their places. */
  met: number[];
}

/** Posts in which one of the rarest words stands are looked at, as long as they are few. */
const mostPartly = 500;

/**
 * Posts that meet only some of the wishes, for when none meets all: those first that meet the most telling, and of these
 * no more than come near the best.
 */
export async function matchPartly(db: Db, { viewer, wishes, filters, limit, offset }: Match): Promise<PartlyFound[]> {
  const telling = wishes.map((wish, place) => ({ wish, place })).sort((a, b) => a.wish.postCount - b.wish.postCount);
  const looked = telling.filter((_, i) => i === 0 || sumOf(telling.slice(0, i + 1)) <= mostPartly);
  const any = `(${looked.map(({ wish }) => wishQuery(wish)).join(" | ")})${filtersQuery(filters)}`;
  // The earlier of two that tell as much is what somebody thought of first.
  const weightOf = ({ postCount }: Wish, place: number) =>
    (1 + Math.log(1 + 1000 / (1 + postCount))) * (1 - place / 100);
  const met = (how?: How) =>
    sql.join(
      wishes.map((wish) => sql`document.words @@ ${wishQuery(wish, how)}::tsquery`),
      sql`, `,
    );
  const sum = (name: string) =>
    sql.join(
      wishes.map((wish, i) => sql`${sql.raw(`${name}[${i + 1}]`)}::int * ${weightOf(wish, i)}::float8`),
      sql` + `,
    );
  const found = await rows<{ number: number; met: boolean[] }>(
    db,
    sql`${plannedByValues}with candidates as materialized (
        select post_id from search_documents where words @@ ${any}::tsquery limit ${mostPartly}
      ), weighed as materialized (
        select ${posts.number} as number, ${posts.voteCount} as vote_count, meeting.met, ${sum("meeting.met")} as share,
          ${sum("meeting.titled")} as titled, ${rankOf(wishes)} as rank
        from candidates ${withTexts} cross join lateral (
          select array[${met()}] as met, array[${met({ weights: "A" })}] as titled offset 0
        ) as meeting where ${listedPosts(db, viewer)}
      )
      select number, array_to_json(met) as met from weighed where share >= 0.6 * (select max(share) from weighed)
      order by share + titled / 2 desc, rank desc, vote_count desc, number desc limit ${limit} offset ${offset}`,
  );
  return found.map(({ number, met }) => ({ number, met: met.flatMap((isMet, place) => (isMet ? [place] : [])) }));
}

const sumOf = (some: { wish: Wish }[]): number => some.reduce((sum, { wish }) => sum + wish.postCount, 0);
