import postgres, { type Sql } from "postgres";
import { type AppProcess, startApp } from "../app-process";
import type { BenchServer } from "../database";
import { type Sessions, seedDesk } from "./seed-desk";

/** A desk with many tickets, and the app in front of it. */
export interface Desk {
  count: number;
  url: string;
  app: AppProcess;
  sql: Sql;
  sessions: Sessions;
}

export async function openDesk(server: BenchServer, count: number): Promise<Desk> {
  const url = await server.create(count);
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  const sessions = await seedDesk(sql, count);
  return { count, url, sql, sessions, app: await startApp(url) };
}
