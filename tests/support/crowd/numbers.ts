import { type SQL, sql } from "drizzle-orm";

/** So many of everything are on post 1 or the member's; what comes after is everybody's. */
export const crowded = 300;
/** The same for what takes its place on a page without being cut into pages. */
export const few = 40;

/** The numbers that rows are made for, as `i`. */
export const series = (from: number, to: number): SQL =>
  sql`generate_series(${sql.raw(String(from))}, ${sql.raw(String(to))}) as i`;

/** The id of row `number` of a kind. */
export const idOf = (kind: string, number: SQL | number = sql`i`): SQL =>
  sql`md5(${sql.raw(`'${kind}'`)} || ${typeof number === "number" ? sql.raw(String(number)) : number})::uuid`;

/** So long ago for each of the numbers. */
export const ago = (time: string): SQL => sql`now() - i * interval '${sql.raw(time)}'`;

/** Post 1 for the first numbers, and then each its own. */
export const postOf = (most: number): SQL =>
  sql`case when i <= ${sql.raw(String(most))} then ${idOf("post", 1)} else ${idOf("post")} end`;
