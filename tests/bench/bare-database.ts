import postgres, { type ParameterOrJSON, type Sql } from "postgres";
import { compiling } from "#db/server-database.server";
import type { Query } from "./plans/capture";

/** As many connections as the app has. */
export const mostConnections = 10;

/** JSON goes as the text that it is already. */
const asItIs = (value: unknown) => value;
const json = { to: 114, from: [114], serialize: asItIs, parse: asItIs };
const jsonb = { to: 3802, from: [3802], serialize: asItIs, parse: asItIs };

/** The database without anything of ours between, and asked as we ask it. */
export function openBareDatabase(url: string, max: number): Sql {
  const options = { max, fetch_types: false, connection: compiling, onnotice: () => {}, types: { json, jsonb } };
  return postgres(url, options) as unknown as Sql;
}

export const runPrepared = (sql: Sql, { text, params }: Query) =>
  sql.unsafe(text, params as ParameterOrJSON<never>[], { prepare: true });
