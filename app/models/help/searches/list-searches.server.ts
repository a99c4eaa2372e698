import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { searches } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { meaningOf } from "./searched-text";

/** Searches that found nothing, and those of which nothing that they found was opened. */
export const searchKinds = ["nothing", "unopened"] as const;

export type SearchKind = (typeof searchKinds)[number];

export interface SearchedFor {
  /** As it was asked most, and otherwise. */
  question: string;
  others: string[];
  language: Language;
  count: number;
}

const most = 50;
const mostOthers = 5;

const counts = {
  nothing: sql`sum(nothing)::int`,
  unopened: sql`sum(greatest(found - opened, 0))::int`,
};

/** What people look for and do not find here, what is asked most first; each meaning once. Throws `forbidden`. */
export async function listSearches(db: Db, viewer: User, kind: SearchKind): Promise<SearchedFor[]> {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  const found = await rows<{ count: number; asked: { question: string; language: Language }[] }>(
    db,
    sql`select sum(count)::int as count,
        json_agg(json_build_object('question', question, 'language', language) order by count desc, question) as asked
      from (select meaning, question, language, ${counts[kind]} as count from ${searches} group by meaning, question, language) as each
      where count > 0 group by meaning order by sum(count) desc, meaning limit ${most}`,
  );
  return found.flatMap(({ count, asked: [first, ...rest] }) => {
    if (!first) return [];
    const others = new Set(rest.map(({ question }) => question));
    others.delete(first.question);
    return { ...first, others: [...others].slice(0, mostOthers), count };
  });
}

/** Lists no longer what has been seen to; who asks the same in vain again brings it back. Throws `forbidden`. */
export async function settleSearch(db: Db, viewer: User, question: string): Promise<void> {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  await db.delete(searches).where(sql`${searches.meaning} = ${meaningOf(question)}`);
}
