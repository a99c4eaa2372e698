import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import type { WriteState } from "#db/schema/support/freshdesk";
import { manyInQueue } from "./many-in-queue";

/**
 * How many writes are open or were settled since, by state; how many tickets are to be read, and how many are linked.
 * Each is counted up to {@link manyInQueue}, so that a long queue costs a page no more than a short one; the order
 * keeps to an index where how common a state is cannot be foreseen.
 */
export async function countQueue(db: Db, since: Date) {
  const [states, [others]] = await Promise.all([
    rows<{ state: WriteState; count: number }>(
      db,
      sql`select state, case when state in ('queued', 'sending', 'uncertain')
          then ${upTo(sql`freshdesk_writes as w where w.state = states.state order by w.id`)}
          else ${upTo(sql`freshdesk_writes as w where w.state = states.state and w.settled_at > ${since.toISOString()}
            order by w.settled_at`)}
        end as count
        from unnest(enum_range(null::freshdesk_write_state)) as states (state)`,
    ),
    rows<{ reads: number; links: number }>(
      db,
      sql`select ${upTo(sql`freshdesk_reads`)} as reads, ${upTo(sql`freshdesk_links where unlinked_at is null`)} as links`,
    ),
  ]);
  const writes: Partial<Record<WriteState, number>> = Object.fromEntries(
    states.map(({ state, count }) => [state, count]),
  );
  return { writes, reads: others?.reads ?? 0, links: others?.links ?? 0 };
}

const upTo = (from: SQL): SQL =>
  sql`(select count(*)::int from (select from ${from} limit ${manyInQueue}) as first_ones)`;
