import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { ScoreWeights } from "#db/schema/insights/figures";
import { staff } from "../../core/users/policy";
import { publicProviders } from "../../core/users/public-mail-providers";
import { solvedFreshdeskTickets } from "../../support/freshdesk/ticket-statuses";
import { scoreOf } from "./score.server";

interface Count {
  /** Which of `posts p`. */
  which: SQL;
  weights: ScoreWeights;
  at: Date;
}

/** Counts the figures of some posts anew, and drops those of posts that no list shows. Writes only what differs. */
export async function updateFigures(db: Db, { which, weights, at }: Count): Promise<void> {
  await db.execute(sql`delete from post_figures using posts p where p.id = post_figures.post_id
    and (p.deleted_at is not null or p.merged_into is not null) and ${which}`);
  await db.execute(sql`insert into post_figures (post_id, number, votes, comments, companies, value, tickets,
      votes_recent, votes_before, trend, effort, posted, answered_at, score)
    select f.*, ${scoreOf(weights)} from (${figuresOf(which, at)}) f
    on conflict (post_id) do update set (${names}) = row(${excluded})
    where row(${kept}) is distinct from row(${excluded})`);
}

const columns = [
  ...["votes", "comments", "companies", "value", "tickets", "votes_recent", "votes_before", "trend", "effort"],
  ...["posted", "answered_at", "score"],
];
const names = sql.raw(columns.join(", "));
const kept = sql.raw(columns.map((column) => `post_figures.${column}`).join(", "));
const excluded = sql.raw(columns.map((column) => `excluded.${column}`).join(", "));

const list = (values: readonly (string | number)[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

function figuresOf(which: SQL, at: Date): SQL {
  const now = sql`${at.toISOString()}::timestamptz`;
  return sql`select p.id, p.number, p.vote_count as votes, p.comment_count as comments, reach.companies, reach.value,
      waiting.tickets, tally.recent as votes_recent, tally.before as votes_before, tally.recent - tally.before as trend,
      coalesce(p.effort, 0)::smallint as effort, floor(extract(epoch from p.created_at) * 1000)::float8 as posted,
      least(answer.at, reply.at) as answered_at
    from posts p
      cross join lateral (${votesOf(now)}) as tally
      cross join lateral (${reachOf}) as reach
      cross join lateral (${waitingOf}) as waiting
      cross join lateral (${answerOf}) as answer
      cross join lateral (${replyOf}) as reply
    where p.deleted_at is null and p.merged_into is null and ${which}`;
}

const votesOf = (now: SQL): SQL => sql`select
    (count(*) filter (where v.created_at > ${now} - interval '30 days'))::int as recent,
    (count(*) filter (where v.created_at <= ${now} - interval '30 days'))::int as before
  from votes v where v.post_id = p.id and v.created_at > ${now} - interval '60 days'`;

/** Our own people are no customers. */
const reachOf = sql`select count(*)::int as companies, coalesce(sum(c.value), 0)::float8 as value
  from (
    select distinct split_part(u.email, '@', 2) as domain from votes v join users u on u.id = v.user_id
    where v.post_id = p.id and u.email is not null and u.role not in (${list(staff)})
  ) d left join companies c on c.domain = d.domain
  where d.domain not in (${list(publicProviders)})`;

/** Open tickets of a post and of its duplicates. */
const waitingOf = sql`select count(distinct l.ticket)::int as tickets
  from freshdesk_links l left join freshdesk_tickets t on t.number = l.ticket
  where l.post_id in (select p.id union all select d.id from posts d where d.merged_into = p.id)
    and l.unlinked_at is null and (t.state is null or t.state = 'here')
    and (t.status is null or t.status not in (${list(solvedFreshdeskTickets)}))`;

const answerOf = sql`select min(m.created_at) as at from moves m
  where m.post_id = p.id and m.answer_markdown <> '' and not m.by_author`;

const replyOf = sql`select min(c.created_at) as at from comments c join users u on u.id = c.author_id
  where c.post_id = p.id and c.deleted_at is null and c.author_id <> p.author_id and u.role in (${list(staff)})`;
