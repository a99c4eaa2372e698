import { sql } from "drizzle-orm";
import type { QueueName } from "#db/queue.server";
import type { Freshdesk as Client } from "~/integrations/freshdesk/open-freshdesk.server";
import type { Tools } from "~/jobs/tools.server";
import type { FreshdeskOptions } from "../../../fakes/freshdesk/freshdesk";
import { db } from "../database";
import { enqueueNow, runJobs } from "../jobs";
import { startAndConnect } from "./connect";

const second = 1000;

/** A portal's workers beside a simulated Freshdesk, on a clock of their own that only moves when a test says so. */
export async function openDesk(options?: FreshdeskOptions) {
  const connected = await startAndConnect(options, { tries: 1 });
  const { freshdesk, client } = connected;
  const clock = { ahead: 0 };
  const now = () => new Date(freshdesk.clock.now() + clock.ahead);
  /** Does all jobs that wait; in somebody else's place, with another client. */
  const work = (change: Partial<Tools> & { freshdesk?: Client } = {}) => runJobs({ freshdesk: client, now, ...change });
  return {
    freshdesk,
    client,
    now,
    work,
    /** What the clock sets going, and whatever follows. */
    async ring(name: QueueName, change: Partial<Tools> = {}) {
      await db.execute(sql`delete from pgboss.job where name = ${name} and state = 'created'`);
      await enqueueNow(name);
      await work(change);
    },
    /** So many seconds go by on our side: leases run out, and what was put off is due. */
    pass(seconds: number) {
      clock.ahead += seconds * second;
    },
    [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose](),
  };
}

/** A customer's ticket to work with. */
export const ticketOf = ({ freshdesk }: Awaited<ReturnType<typeof openDesk>>, subject = "Is there a dark mode?") =>
  freshdesk.createTicket({ email: "mara@northwind.example", name: "Mara Lind", subject, description: "<p>Please.</p>" })
    .id;
