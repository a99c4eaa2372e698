import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check } from "drizzle-orm/pg-core";

/**
 * What a row is about is named in one way everywhere: by nullable foreign keys, of which no two are set. A new noun adds
 * its own to the tables that speak of it, and here to their lists.
 */
export const aboutOne = (table: string, ...keys: AnyPgColumn[]) => check(`${table}_subject`, sql`${count(keys)} <= 1`);

/** The same, for tables whose rows always have a subject. */
export const aboutExactlyOne = (table: string, ...keys: AnyPgColumn[]) =>
  check(`${table}_subject`, sql`${count(keys)} = 1`);

const count = (keys: AnyPgColumn[]): SQL => sql`num_nonnulls(${sql.join(keys, sql`, `)})`;
