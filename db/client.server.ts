import { type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

/** A connection or a running transaction; commands and queries take one first. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Database {
  db: Db;
  kind: "embedded" | "server";
  /** How pg-boss reaches the same database. */
  queueConnection: QueueConnection;
  /** Resolves when the database answers; rejects when it does not. */
  ping(): Promise<void>;
  /** Receives what transactions publish (messages.server.ts), in this process and in others. */
  listen(listener: Listener): Listening;
  close(): Promise<void>;
}

/** What messages are about; whoever listens to one hears nothing of the others. */
export type Topic = "pages" | "jobs" | "settings";

export interface Message {
  /** By which it is delivered once, though it comes both ways. */
  id: string;
  topic: Topic;
  text: string;
}

export interface Listener {
  topic: Topic;
  received(text: string): void;
  /** Something may have been published that was not received. */
  missed(): void;
}

export interface Listening {
  /** Whether everything that was published more than a moment ago has been received; what comes later than a second is late. */
  isOpen(): boolean;
  close(): Promise<void>;
}

type QueueConnection =
  | { connectionString: string; max: number; application_name: string }
  | { db: { executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[]; rowCount: number }> } };

/** The rows of a hand-written statement: the drivers disagree on the shape around them. */
export async function rows<Row extends Record<string, unknown>>(db: Db, query: SQL): Promise<Row[]> {
  const result = (await db.execute(query)) as unknown as Row[] | { rows: Row[] };
  return Array.isArray(result) ? result : result.rows;
}

/**
 * Begins a statement that has to be planned for its values, each time: a plan for any would take all words for equally common.
 * It is not prepared (prepare.server.ts).
 */
export const plannedByValues: SQL = sql.raw("/* planned by its values */ ");

export const isPlannedByValues = (text: string): boolean => text.startsWith("/* planned by its values */");

/** A statement whose text has `$1`-style places, as libraries write it. */
export function positional(text: string, values: unknown[]): SQL {
  const pieces = text.split(/\$(\d+)/);
  const chunks = pieces.map((piece, i) =>
    i % 2 === 0 ? sql.raw(piece) : sql`${asParameter(values[Number(piece) - 1])}`,
  );
  return sql.join(chunks);
}

/** Drizzle would take an array apart. */
function asParameter(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null;
  return `{${value.map((item) => JSON.stringify(String(item))).join(",")}}`;
}
