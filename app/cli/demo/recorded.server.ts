import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { articles, ticketMessages } from "#db/schema";
import { fillTables } from "~/models/admin/exports/fill-tables.server";
import { followOn } from "~/models/admin/exports/next-numbers.server";
import { type RowText, readRows } from "~/models/admin/exports/read-rows.server";
import { exportedTables } from "~/models/admin/exports/tables.server";
import { learnSynonyms } from "~/models/feedback/synonyms/learn-synonyms.server";
import { tellHistory } from "./tell-history.server";
import { tellPeople } from "./tell-people.server";

/** The day on which the history that is kept was told; another day has the same one, only later. */
export const toldAt = new Date("2026-11-28T12:00:00Z");

/** Before anybody signed up, as many days ago as app/cli/demo/people.ts has it. */
const beginning = new Date(toldAt.getTime() - 427 * 24 * 60 * 60_000);

/** What `npm run demo:record` writes: a head for each table, `{"table": …}`, and its rows below, a line each. */
export const recordFile = path.resolve("app/cli/demo/history.jsonl");

/** Tells the history in a new portal and words all that then makes it up, as `fillFromRecord` reads it: the same each time. */
export async function recordHistory(tx: Db): Promise<string> {
  await tx.execute(sql`set local time zone 'UTC'`);
  for (const table of exportedTables) {
    await followOn(tx, table);
    // What the migrations put there is as old as the portal.
    if (!table.times.includes("created_at")) continue;
    await tx.execute(sql`update ${sql.identifier(table.name)} set created_at = ${beginning.toISOString()}`);
  }
  await tellHistory(tx, toldAt);
  // Made of ids by today's clock, and only for forms that are sent twice.
  for (const table of [ticketMessages, articles]) await tx.update(table).set({ fingerprint: null });
  // No job runs here; these would have.
  await tellPeople(tx, toldAt);
  await learnSynonyms(tx, toldAt);
  return nameAnew(await wordTables(tx));
}

/** Ids that commands made by today's clock, each replaced by one that is the same whenever the history is told. */
function nameAnew(text: string): string {
  const known = new Map<string, string>();
  const first = uuid({ msecs: toldAt.getTime(), random: new Uint8Array(16) }).slice(0, 13);
  return text.replace(/"([\da-f]{8}-[\da-f]{4})(-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12})"/g, (all, time, rest) => {
    if (time < first) return all;
    const random = new Uint8Array(16);
    new DataView(random.buffer).setUint32(12, known.size + 1);
    const name = known.get(rest) ?? uuid({ msecs: toldAt.getTime(), random });
    known.set(rest, name);
    return `"${name}"`;
  });
}

async function wordTables(tx: Db): Promise<string> {
  const lines: string[] = [];
  for (const table of exportedTables) {
    const found: RowText[] = [];
    for await (const some of readRows(tx, table)) found.push(...some);
    if (found.length === 0) continue;
    lines.push(JSON.stringify({ table: table.name }), ...found);
  }
  return `${lines.join("\n")}\n`;
}

/** Fills a portal in which nobody has been yet with the history that is kept, as if it had been told `now`. */
export async function fillFromRecord(tx: Db, now: Date): Promise<void> {
  const later = now.getTime() - toldAt.getTime();
  const parts = split(await readFile(recordFile, "utf8"));
  await fillTables(tx, async (insert) => {
    for (const table of exportedTables) {
      const rows = parts.get(table.name);
      if (!rows) continue;
      await insert(table, rows, later);
      await followOn(tx, table);
    }
  });
}

/** The rows of each table by its name. */
function split(text: string): Map<string, RowText[]> {
  const parts = new Map<string, RowText[]>();
  let rows: RowText[] = [];
  for (const line of text.trimEnd().split("\n")) {
    const [, table] = /^\{"table":"(\w+)"\}$/.exec(line) ?? [];
    if (table) parts.set(table, (rows = []));
    else rows.push(line);
  }
  return parts;
}
