import type { Sql, TransactionSql } from "postgres";
import { createFunctions } from "./functions";
import { addComments, addMerges, addMoves, addVotes } from "./happening-rows";
import { addPatterns, addPeople, addPlaces } from "./portal-rows";
import { addBugDetails, addPosts } from "./post-rows";
import { recount } from "./recount";
import type { Size } from "./size";
import { withoutIndexes } from "./without-indexes";

const tables = ["users", "posts", "bug_details", "votes", "follows", "comments", "moves", "merges", "events"];

/**
 * Fills a migrated, empty database with a portal that has been busy for three years; the same every time. The database
 * invents the rows itself, so that ten million of them go through no other process. Resolves to where the texts are from.
 */
export async function seed(sql: Sql, size: Size): Promise<string> {
  const source = await sql.begin((tx) => fill(tx, size));
  await recount(sql, size);
  await sql`vacuum analyze`.simple();
  return source;
}

async function fill(sql: TransactionSql, size: Size): Promise<string> {
  await sql`select set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '1GB', true)`;
  // Tables that are made anew in the transaction need no log, where the server keeps as little of it as it can.
  await sql.unsafe(`truncate ${tables} cascade`);
  await createFunctions(sql, size);
  const source = await addPatterns(sql, size, await addPlaces(sql));
  await withoutIndexes(sql, tables, async () => {
    await addPeople(sql, size);
    await addPosts(sql, size);
    await addBugDetails(sql);
    await addVotes(sql);
    await addComments(sql);
    await addMoves(sql);
    await addMerges(sql);
  });
  return source;
}
