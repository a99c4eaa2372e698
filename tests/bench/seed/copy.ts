import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { getTableName } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Sql } from "postgres";

const chunkLength = 65_536;

/** Writes rows by `COPY`, which is how a million of them take seconds. All have the keys of the first. */
export async function copyInto<Table extends PgTable>(
  sql: Sql,
  table: Table,
  rows: Iterable<Table["$inferInsert"]>,
): Promise<void> {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) return;
  const keys = Object.keys(first.value);
  const name: string = getTableName(table);
  const target = await sql`copy ${sql(name)} (${sql(keys.map(toSnakeCase))}) from stdin`.writable();
  await pipeline(Readable.from(chunks(first.value, iterator, keys)), target);
}

type Row = Record<string, unknown>;

function* chunks(first: Row, rest: Iterator<Row>, keys: string[]): Generator<string> {
  let chunk = "";
  for (let row: Row | undefined = first; row; row = nextOf(rest)) {
    chunk += `${keys.map((key) => written(row?.[key])).join("\t")}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

function nextOf(rows: Iterator<Row>): Row | undefined {
  const { done, value } = rows.next();
  return done ? undefined : value;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** As `COPY`'s text format wants it. */
function written(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
