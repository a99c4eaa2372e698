import type { Sql } from "postgres";

export async function countVotes(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from votes`;
  return row?.count ?? 0;
}

/** Throws unless every vote that the app confirmed is there, and none that nobody cast. */
export function checkVotes(cast: number, scenarios: { name: string; sent: number; answered: number }[]): void {
  const { sent = 0, answered = 0 } = scenarios.find(({ name }) => name === "vote") ?? {};
  if (cast < answered || cast > sent)
    throw new Error(`Of ${sent} votes ${answered} were confirmed, and ${cast} are there.`);
}
