import type { Sql } from "postgres";
import type { Tally } from "./compare";
import type { Written } from "./scenarios";

type Counts = Record<Written, number>;

/** Events, because the bare database writes rows of votes, too, but no events. */
export async function countRows(sql: Sql): Promise<Counts> {
  const [row] = await sql<Counts[]>`
    select count(*) filter (where type = 'post.voted')::int as votes,
      count(*) filter (where type = 'comment.submitted')::int as comments,
      count(*) filter (where type = 'post.status_changed')::int as moves
    from events`;
  if (!row) throw new Error("Nothing was counted.");
  return row;
}

/** What is wrong, unless everything that the app confirmed is there. */
export function missingRows(before: Counts, after: Counts, tallies: Tally[]): string[] {
  return tallies
    .filter(({ writes, answered }) => after[writes] - before[writes] < answered)
    .map(
      ({ writes, answered }) =>
        `Of ${answered} ${writes} that were confirmed, ${after[writes] - before[writes]} are there`,
    );
}
