import type { Logger } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Db } from "#db/client.server";
import * as schema from "#db/schema";

/** A query as the app sends it. */
export interface Query {
  text: string;
  params: unknown[];
}

/** Runs a query of the app's, and resolves to every statement that it sent. */
export async function capture(sql: Sql, ask: (db: Db) => Promise<unknown>): Promise<Query[]> {
  const sent: Query[] = [];
  const logger: Logger = { logQuery: (text, params) => void sent.push({ text, params }) };
  await ask(drizzle(sql, { schema, casing: "snake_case", logger }) as unknown as Db);
  return sent;
}
