import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { figureSettings } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage, staff } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { statuses, statusesIn } from "../../feedback/posts/lifecycle";
import type { Answers, Insights, Stay } from "./insights";
import { addDays, type Period } from "./period";
import { weeksUpTo } from "./weeks";

/** Counts what the charts show and keeps it; after the figures, which it reads. */
export async function updateInsights(db: Db, { at }: { at: Date }): Promise<void> {
  const weeks = weeksUpTo(at);
  const period = { from: weeks[0] ?? "", to: addDays(weeks.at(-1) ?? "", 7) };
  const [opened, closed, stays, answers] = [
    await countWeeks(db, openedIn(period)),
    await countWeeks(db, closedIn(period)),
    await countStays(db, period),
    await countAnswers(db, period),
  ];
  const insights: Insights = {
    countedAt: at.toISOString(),
    ...period,
    weeks: weeks.map((week) => ({ week, opened: opened.get(week) ?? 0, closed: closed.get(week) ?? 0 })),
    stays: statuses.flatMap((status) => stays.filter((stay) => stay.status === status)),
    answers,
  };
  await db.update(figureSettings).set({ insights });
}

/** The insights that were counted last; undefined before the first count. */
export async function findInsights(db: Db, viewer: Viewer): Promise<Insights | undefined> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const [row] = await db.select({ insights: figureSettings.insights }).from(figureSettings);
  return (row?.insights as Insights | null) ?? undefined;
}

const listed = sql`p.deleted_at is null and p.merged_into is null`;

const within = (moment: SQL, { from, to }: Period) =>
  sql`${moment} >= ${`${from}T00:00:00Z`}::timestamptz and ${moment} < ${`${to}T00:00:00Z`}::timestamptz`;

const among = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

const openedIn = (period: Period) =>
  sql`select p.id, p.created_at as at from posts p where ${listed} and ${within(sql`p.created_at`, period)}`;

const closedIn = (period: Period) => {
  const over = among(statusesIn("done", "closed"));
  return sql`select p.id, m.created_at as at from moves m join posts p on p.id = m.post_id
    where ${listed} and m."to" in (${over}) and m."from" not in (${over}) and ${within(sql`m.created_at`, period)}`;
};

/** How many posts each week has, by its Monday. */
async function countWeeks(db: Db, happened: SQL): Promise<Map<string, number>> {
  const found = await rows<{ week: string; posts: number }>(
    db,
    sql`select to_char(date_trunc('week', at at time zone 'UTC'), 'YYYY-MM-DD') as week,
      count(distinct id)::int as posts from (${happened}) h group by 1`,
  );
  return new Map(found.map(({ week, posts }) => [week, posts]));
}

const quantile = (share: number, of: SQL) =>
  sql`(percentile_cont(${sql.raw(String(share))}) within group (order by ${of}))::float8`;

async function countStays(db: Db, period: Period): Promise<Stay[]> {
  const days = sql`extract(epoch from left_at - came_at)::float8 / 86400`;
  return rows<Stay & Record<string, unknown>>(
    db,
    sql`select status, count(distinct id)::int as posts, ${quantile(0.5, days)} as median, ${quantile(0.9, days)} as p90
      from (
        select p.id, m."from" as status, m.created_at as left_at, coalesce(
          (select b.created_at from moves b where b.post_id = m.post_id and b.id < m.id and b."from" <> b."to" order by b.id desc limit 1),
          p.created_at) as came_at
        from moves m join posts p on p.id = m.post_id
        where ${listed} and m."from" <> m."to" and ${within(sql`m.created_at`, period)}
      ) s group by status`,
  );
}

async function countAnswers(db: Db, period: Period): Promise<Answers> {
  const hours = sql`extract(epoch from f.answered_at - p.created_at)::float8 / 3600`;
  const [answers] = await rows<Answers & Record<string, unknown>>(
    db,
    sql`select count(f.answered_at)::int as answered, (count(*) - count(f.answered_at))::int as unanswered,
        ${quantile(0.5, hours)} as median, ${quantile(0.9, hours)} as p90
      from posts p join post_figures f on f.post_id = p.id join users u on u.id = p.author_id
      where ${listed} and u.role not in (${among(staff)}) and ${within(sql`p.created_at`, period)}`,
  );
  return answers ?? { answered: 0, unanswered: 0, median: null, p90: null };
}
