import { asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, bugDetails, posts, wordings } from "#db/schema";
import { joinTexts } from "./join-texts";
import { keepWordings, type Worded } from "./keep-wordings.server";
import { visibilityNow } from "./move-wordings.server";
import { addToTotals, noTotals } from "./totals.server";
import { wordingVersion } from "./weigh-terms";

const batch = 500;

/** Makes the wordings of all posts anew, and the counts with them. What is asked meanwhile is answered. */
export async function rebuildSimilar(db: Db, onProgress: (posts: number) => void = () => {}): Promise<void> {
  let done = 0;
  for (let last = 0; ; ) {
    const some = await listTexts(db, gt(posts.number, last));
    if (some.length === 0) break;
    await db.transaction((tx) => keepWordings(tx, some));
    last = some.at(-1)?.number ?? last;
    onProgress((done += some.length));
  }
  await recount(db);
}

/** Makes the wordings of posts that have none yet, or one by older rules or of a version that ran beside this one. */
export async function catchUpSimilar(db: Db): Promise<void> {
  for (;;) {
    const isElsewhere = sql`${wordings.visibility} is distinct from ${visibilityNow}`;
    const isBehind = or(isNull(wordings.number), lt(wordings.version, wordingVersion), isElsewhere);
    const some = await listTexts(db, isBehind);
    if (some.length === 0) return;
    await db.transaction((tx) => keepWordings(tx, some));
  }
}

async function listTexts(db: Db, where: ReturnType<typeof or>): Promise<Worded[]> {
  const found = await db
    .select({
      number: posts.number,
      title: posts.title,
      body: posts.bodyMarkdown,
      steps: bugDetails.stepsMarkdown,
      expected: bugDetails.expectedMarkdown,
      actual: bugDetails.actualMarkdown,
    })
    .from(posts)
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .leftJoin(wordings, eq(wordings.number, posts.number))
    .where(where)
    .orderBy(asc(posts.number))
    .limit(batch);
  return found.map(({ number, title, ...texts }) => ({ number, title, text: joinTexts(texts) }));
}

/** Counts what stands there, whatever the counts said before. */
async function recount(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '10min'`);
    await addToTotals(tx, noTotals());
    await tx.execute(sql`update wording_totals set (posts, title_length, text_length) =
      (select count(*), coalesce(sum(wordings.title_length), 0), coalesce(sum(wordings.text_length), 0) from wordings
        where wordings.visibility = (enum_range(null::visibility))[wording_totals.id])`);
    await tx.execute(sql`delete from term_counts`);
    await tx.execute(sql`insert into term_counts (term, public_posts, members_posts, staff_posts)
      select term, count(*) filter (where visibility = 'public'), count(*) filter (where visibility = 'members'),
        count(*) filter (where visibility = 'staff')
      from wordings, unnest(terms) as term where visibility is not null group by term`);
  });
}
