import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import * as schema from "#db/schema";
import { type Exported, type TableKey, tables } from "../tables";

export interface ExportedTable {
  /** As the database calls it, as all names here. */
  name: string;
  /** Those that are written, in the order of the schema; none that the database works out. */
  columns: string[];
  key: { name: string; isText: boolean }[];
  /** Those that hold a moment. */
  times: string[];
  /** Numbered by the database. */
  identity: string | undefined;
  without: string[];
  /** Why those are left out. */
  because: string;
}

const schemas: Record<TableKey, PgTable> = schema;
const parts = Object.entries(tables).map(([key, { exported }]) => ({
  table: schemas[key as TableKey],
  part: exported as Exported,
}));

/** Every table of an export, by name. */
export const exportedTables: ExportedTable[] = parts
  .flatMap(({ table, part }) => (isLeftOut(part) ? [] : [describeTable(table, part)]))
  .sort(byName);

/** Tables that an export leaves out, each with the reason. */
export const leftOutTables: { name: string; reason: string }[] = parts
  .flatMap(({ table, part }) => (isLeftOut(part) ? [{ name: nameOf(table), reason: part.leftOut }] : []))
  .sort(byName);

function isLeftOut(part: Exported): part is { leftOut: string } {
  return typeof part === "object" && "leftOut" in part;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function nameOf(table: PgTable): string {
  return getTableConfig(table).name;
}

function columnName(column: PgColumn): string {
  return toSnakeCase(column.name);
}

function describeTable(table: PgTable, part: Exclude<Exported, { leftOut: string }>): ExportedTable {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const { without, because } = part === "whole" ? { without: [], because: "" } : part;
  const keyNames = primaryKeys[0]?.columns.map(({ name }) => name);
  const key = columns.filter(({ name, primary }) => keyNames?.includes(name) ?? primary);
  const identity = columns.find(({ generatedIdentity }) => generatedIdentity);
  const written = columns.filter((column) => !column.generated && !without.includes(columnName(column)));
  return {
    name,
    columns: written.map(columnName),
    key: key.map((column) => ({ name: columnName(column), isText: column.getSQLType() === "text" })),
    times: written.filter((column) => column.getSQLType().startsWith("timestamp")).map(columnName),
    identity: identity && columnName(identity),
    without,
    because,
  };
}
