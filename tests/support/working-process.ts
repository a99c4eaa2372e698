import { openServerDatabase } from "#db/server-database.server";
import { readEnv } from "~/env.server";
import { outboxMailer } from "~/integrations/mail/outbox";
import { openFolder } from "~/integrations/storage/folder.server";
import { work } from "~/jobs/work.server";
import { createLog } from "~/log.server";
import { openPortal } from "~/models/core/settings/settings.server";

// A worker in a process of its own, on the database at DATABASE_URL. Its jobs write down that they were begun, and the
// one whose data say so ends the process as nobody can prevent.

const env = readEnv(process.env);
const database = openServerDatabase(env.DATABASE_URL ?? "", 3);
const { db } = database;
const tools = {
  db,
  env,
  portal: openPortal(database),
  log: createLog("silent"),
  mailer: outboxMailer,
  freshdesk: undefined,
  engine: undefined,
  providers: [],
  storage: openFolder("nowhere"),
  scan: undefined,
  pager: undefined,
  origin: "http://portal.example",
  now: () => new Date(),
};

async function begin(_tools: unknown, data: unknown): Promise<void> {
  const { name, isDeadly } = data as { name: string; isDeadly?: boolean };
  await db.execute(`insert into begun (name, process) values ('${name}', ${process.pid})`);
  if (isDeadly) process.kill(process.pid, "SIGKILL");
}

const stop = await work({
  database,
  tools,
  pace: { look: 100, tend: 200 },
  doing: { "notify-people": begin, "index-post": begin },
});
process.once("SIGTERM", async () => {
  await stop();
  await database.close();
  process.exit(0);
});
process.send?.("working");
