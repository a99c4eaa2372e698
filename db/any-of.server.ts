import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Whether a column has one of these ids. However many they are, the statement is the same, so that it can be prepared. */
export const isAnyOf = (column: AnyColumn | SQL, ids: (string | number)[]): SQL =>
  sql`${column} = any(${`{${ids.join(",")}}`})`;
