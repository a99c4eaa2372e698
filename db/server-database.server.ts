import { type Logger, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database, Db, Listener } from "./client.server";
import { listenToServer } from "./listen-to-server.server";
import { deliverOnce, deliverThrough } from "./messages.server";
import { prepareStatements } from "./prepare.server";
import * as schema from "./schema";

const second = 1000;

/** How long a statement, a wait for a lock and an idle transaction may last. */
const deadlines = {
  statement_timeout: 10 * second,
  lock_timeout: 5 * second,
  idle_in_transaction_session_timeout: 30 * second,
};

/** To compile a statement takes PostgreSQL a third of a second, and each of ours takes some milliseconds at most. */
export const compiling = { jit: "off" };

/**
 * PostgreSQL 15 or newer through postgres.js (patched: see patches/ and docs/decisions/003); `logger` hears of every
 * statement. Those that come again are prepared, unless that is not wanted (docs/decisions/025).
 */
export function openServerDatabase(url: string, max = 10, logger?: Logger, { prepares = true } = {}): Database {
  const plain = postgres(url, {
    max,
    connect_timeout: 5,
    /** Seconds before trying again; a short bound, so that we are back when the database is. */
    backoff: (retries: number) => Math.min(2 ** retries / 20, 1),
    connection: { application_name: "groundswell", ...deadlines, ...compiling },
    /** Its own query at connecting rejects unheard when the connection is lost (docs/decisions/003). */
    fetch_types: false,
    // Its own statements, too.
    prepare: prepares,
    onnotice: () => {},
  });
  const client = prepares ? prepareStatements(plain) : plain;
  const listeners = new Set<Listener>();
  let line: ReturnType<typeof listenToServer> | undefined;
  const deliver = deliverOnce(({ topic, text }) => {
    for (const listener of listeners) if (listener.topic === topic) listener.received(text);
  });
  const missed = () => {
    for (const listener of listeners) listener.missed();
  };
  const db = deliverThrough(drizzle(client, { schema, casing: "snake_case", logger }) as unknown as Db, (message) => {
    if (line) deliver(message);
  });
  return {
    db,
    kind: "server",
    queueConnection: { connectionString: url, max: 3, application_name: "groundswell-queue" },
    async ping() {
      await db.execute(sql`select 1`);
    },
    // All listeners of this process share one connection.
    listen(listener) {
      listeners.add(listener);
      line ??= listenToServer(url, { deliver, missed });
      return {
        isOpen: () => line?.isOpen() ?? false,
        async close() {
          listeners.delete(listener);
          if (listeners.size > 0) return;
          const last = line;
          line = undefined;
          await last?.close();
        },
      };
    },
    async close() {
      await client.end({ timeout: 5 });
    },
  };
}
