import { cleanLine } from "../../core/text/clean";
import { type Bundle, findInBundle } from "./bundle.server";
import { parseCsv } from "./csv-records.server";
import { type NamedRecord, readNamedRecords } from "./named-records.server";
import { plainName } from "./plain-name";
import type { Threads } from "./threads";

export type QuackbackTable = "posts" | "comments" | "post_votes";

/** What has to be known before anything comes: a few bytes for each. */
export interface QuackbackTables {
  /** How many people are known to have voted for each post. */
  votes: Map<string, number>;
  threads: Threads;
}

/** A table of an export as it is written there; nothing where it is not. */
export function readQuackbackTable(bundle: Bundle, table: QuackbackTable): ReturnType<typeof readNamedRecords> {
  const text = bundle.read(findInBundle(bundle, `${table}.csv`) ?? "");
  return readNamedRecords(parseCsv(text, { separator: ",", quote: '"' }));
}

export async function readQuackbackTables(bundle: Bundle): Promise<QuackbackTables> {
  const votes = new Map<string, number>();
  for await (const record of readQuackbackTable(bundle, "post_votes")) {
    if ("fault" in record || !record.cell("voter_email").trim()) continue;
    const post = cleanLine(record.cell("post_id"));
    votes.set(post, (votes.get(post) ?? 0) + 1);
  }
  const threads: Threads = { parents: new Map(), hidden: new Set() };
  for await (const record of readQuackbackTable(bundle, "comments")) {
    if ("fault" in record) continue;
    const [id, parent] = [record.cell("id"), record.cell("parent_id")].map(cleanLine) as [string, string];
    if (parent) threads.parents.set(id, parent);
    if (!isForAll(record)) threads.hidden.add(id);
  }
  return { votes, threads };
}

const shown = new Set(["", "published", "approved"]);

/** Whether everybody could see a comment: what we do not know of is none. */
function isForAll({ cell }: NamedRecord): boolean {
  const isPrivate = !["", "false", "f", "0", "no"].includes(cell("is_private").trim().toLowerCase());
  return !isPrivate && shown.has(plainName(cell("moderation_state")));
}
