import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { type Visibility, visibility } from "#db/schema/feedback/boards";
import { takeTurnsAtForgetting } from "./forget-terms.server";
import { isSeenBy } from "./seen-by.server";

/** Counts every term anew, and forgets those that no post has any more. */
export async function refreshVocabulary(db: Db): Promise<void> {
  await db.transaction(recountTerms);
  await db.execute(sql`analyze search_words, search_documents`);
}

/** Counts every term anew, in a transaction that changes who may see many posts at once. */
export async function recountTerms(tx: Db): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '10min'`);
  await takeTurnsAtForgetting(tx);
  await tx.execute(sql`create temporary table counted_words on commit drop as
    select word, coalesce(sum(ndoc) filter (where visibility = 'public'), 0)::int as public_posts,
      coalesce(sum(ndoc) filter (where visibility = 'members'), 0)::int as members_posts,
      coalesce(sum(ndoc) filter (where visibility = 'staff'), 0)::int as staff_posts
    from (${sql.join(
      visibility.enumValues.map(
        (one) => sql`select ${one}::text as visibility, word, ndoc from ts_stat(${documents(one)})`,
      ),
      sql` union all `,
    )}) as said
    where (word !~ '=' or word like 'language=%') and length(word) <= 60 group by word`);
  await tx.execute(sql`create unique index on counted_words (word)`);
  await tx.execute(sql`update search_words as old set public_posts = now.public_posts, members_posts = now.members_posts,
      staff_posts = now.staff_posts
    from counted_words as now where now.word = old.word and (old.public_posts, old.members_posts, old.staff_posts)
      is distinct from (now.public_posts, now.members_posts, now.staff_posts)`);
  await tx.execute(sql`delete from search_words
    where not exists (select from counted_words where counted_words.word = search_words.word)`);
  // What is written as somebody wrote it is known already: the rest are words without their endings.
  await tx.execute(sql`insert into search_words (word, is_word, public_posts, members_posts, staff_posts)
    select word, false, public_posts, members_posts, staff_posts from counted_words order by word on conflict do nothing`);
  await tx.execute(sql`drop table counted_words`);
}

const documents = (visibility: Visibility): string =>
  new PgDialect().sqlToQuery(sql`select words from search_documents where ${isSeenBy(visibility)}`).sql;
