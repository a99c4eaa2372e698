import postgres from "postgres";
import { Query } from "~/models/core/text/query";
import type { User } from "~/models/core/users/viewer";
import { listQueue } from "~/models/support/tickets/list-queue.server";
import { readQueueFilter } from "~/models/support/tickets/queue-filter";
import { explainAll, type Plan } from "../plans/plans";
import { pathsOf } from "./pages";
import type { Desk } from "./stage";

/** How PostgreSQL answers what each page of the queue asks for. */
export async function explainPages(desk: Desk): Promise<Plan[]> {
  const [agent] = await desk.sql<User[]>`select id, name, role, language from users where id = seeded('user', 1)`;
  if (!agent) throw new Error("There is nobody.");
  const paths = Object.entries(await pathsOf(desk)).filter(([, path]) => /^\/staff\/support(\?|$)/.test(path));
  // As db/without-scans.server.ts has it, in whose transactions the pages are read.
  const connection = { enable_seqscan: "off", max_parallel_workers_per_gather: "0" };
  const sql = postgres(desk.url, { max: 1, onnotice: () => {}, connection });
  const plans = await explainAll(
    sql,
    paths.map(([name, path]) => ({
      name,
      ask: (db) => listQueue(db, agent, readQueueFilter(new Query(new URL(path, desk.app.origin).searchParams))),
      isJudged: true,
    })),
    "select * from tickets order by length(subject) limit 26",
  );
  await sql.end();
  return plans;
}
