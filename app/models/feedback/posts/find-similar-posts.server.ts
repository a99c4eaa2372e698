import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { type PostKind, type PostStatus, posts } from "#db/schema";
import type { Visibility } from "#db/schema/feedback/boards";
import type { Viewer } from "../../core/users/viewer";
import { visibilitiesFor } from "../../core/users/visibilities";
import { type Lookup, planLookups } from "../../core/wordings/plan-lookups";
import { type AskedTerm, readQuestion, weighQuestion } from "../../core/wordings/read-question";
import { arrayOf, findCounts } from "../../core/wordings/term-counts.server";
import { findTotals } from "../../core/wordings/totals.server";
import { votedBy } from "./list-posts.server";
import { listedPosts, visiblePosts } from "./visible-posts.server";

interface Question {
  title: string;
  text?: string;
  /** Only posts of this kind. */
  kind?: PostKind;
  /** A post that is not meant, nor are its duplicates. */
  besides?: string;
  limit: number;
}

export interface SimilarPost extends Record<string, unknown> {
  id: string;
  number: number;
  kind: PostKind;
  status: PostStatus;
  title: string;
  voteCount: number;
  voted: boolean;
  /** From 0, nothing in common, to 1: says all that was asked, in words as telling. */
  score: number;
  /** What they have in common, in the words of the question, the most telling first. */
  words: string[];
}

/** Posts that say what the question says, the most alike first; the wording of a duplicate leads to its original. */
export async function findSimilarPosts(db: Db, viewer: Viewer, question: Question): Promise<SimilarPost[]> {
  const { title, text = "", limit } = question;
  const wording = readQuestion({ title, text });
  const visible = visibilitiesFor(viewer);
  const [totals, counts] = await Promise.all([
    findTotals(db, visible),
    findCounts(db, visible, [...wording.counts.keys()]),
  ]);
  const asked = weighQuestion(wording, counts, totals);
  const lookups = planLookups(asked, totals.posts);
  if (lookups.length === 0) return [];
  const found = await rows<SimilarPost & { terms: string }>(
    db,
    sql`with ${compare(visible, asked, lookups)},
      said as (
        select posts.id, posts.merged_into, score, terms from alike join posts using (number)
        where ${and(visiblePosts(db, viewer), isNull(posts.deletedAt))}
      ),
      originals as (
        select distinct on (original) coalesce(merged_into, id) as original, score, terms from said
        order by original, score desc
      )
      select posts.id, number, kind, status, title, vote_count as "voteCount", ${votedBy(db, viewer)} as voted,
        least(score, 1) as score, terms
      from originals join posts on posts.id = original
      where ${and(listedPosts(db, viewer), isWanted(question))}
      order by originals.score desc, vote_count desc, number limit ${limit}`,
  );
  const words = new Map(asked.map(({ term, word }) => [term, word]));
  return found.map(({ terms, ...post }) => ({
    ...post,
    words: terms.split(" ").map((term) => words.get(Number(term)) ?? ""),
  }));
}

const mostCompared = 120;
const mostWords = 5;

/** Every post that the lookups find is a candidate; the best of them are compared in all terms. */
function compare(visible: Visibility[], asked: AskedTerm[], lookups: Lookup[]): SQL {
  const terms = arrayOf(asked.map(({ term }) => term));
  const weights = arrayOf(asked.map(({ weight }) => weight));
  const looks = lookups.map(({ terms, weight }) => sql`(${arrayOf(terms)}::int[], ${weight}::float8)`);
  // What others may not see takes no place among the candidates, either.
  const seen = sql`visibility = any(${`{${visible.join(",")}}`}::visibility[])`;
  return sql`asked (term, weight) as (select * from unnest(${terms}::int[], ${weights}::float8[])),
    candidates as materialized (
      select number from (values ${sql.join(looks, sql`, `)}) as lookups (terms, weight),
        lateral (select number from wordings where wordings.terms @> lookups.terms and ${seen} limit 1500) as hits
      group by number order by sum(weight) desc, number desc limit ${mostCompared}
    ),
    alike as (
      select number, sum(weight * impact / 100) as score,
        array_to_string((array_agg(term order by weight * impact desc))[1:${mostWords}], ' ') as terms
      from candidates
        cross join lateral (select terms, impacts from wordings where wordings.number = candidates.number offset 0) as wording,
        unnest(terms, impacts) as said (term, impact) join asked using (term)
      group by number
    )`;
}

function isWanted({ kind, besides }: Question): SQL | undefined {
  return and(kind ? eq(posts.kind, kind) : undefined, besides ? ne(posts.id, besides) : undefined);
}
