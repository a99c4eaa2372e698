import { type Bundle, findInBundle, openBundle } from "./bundle.server";
import type { Field } from "./columns";
import type { ImportFile } from "./import-file";
import type { NamedRecord } from "./named-records.server";
import { NotUnderstood } from "./not-understood";
import { readQuackbackHistory } from "./quackback-history.server";
import { type QuackbackTables, readQuackbackTable, readQuackbackTables } from "./quackback-tables.server";
import { readCount } from "./read-count";
import { readRow } from "./read-row.server";
import type { Row } from "./row";
import { restOfVotes, splitVotes } from "./split-votes";
import type { StatusMap } from "./status-map";

interface OpenQuackback {
  path: string;
  source: string;
  statuses: StatusMap;
}

/** Whether an archive or a folder is an export of Quackback. */
export const isQuackback = (bundle: Bundle): boolean =>
  findInBundle(bundle, "posts.csv") !== undefined &&
  ["comments.csv", "post_votes.csv", "manifest.json"].some((name) => findInBundle(bundle, name));

/** An export of Quackback: posts, the votes of people with addresses, and the comments that everybody could see. */
export async function openQuackback({ path, source, statuses }: OpenQuackback): Promise<ImportFile> {
  const bundle = await openBundle(path);
  if (!isQuackback(bundle)) throw new NotUnderstood({ code: "notThisFormat", format: "quackback" });
  const tables = await readQuackbackTables(bundle);
  return {
    format: "quackback",
    source,
    rows: () => readPosts(bundle, tables, { source, statuses }),
    history: () => readQuackbackHistory(bundle, tables),
  };
}

async function* readPosts(
  bundle: Bundle,
  tables: QuackbackTables,
  { source, statuses }: { source: string; statuses: StatusMap },
): AsyncGenerator<Row> {
  for await (const record of readQuackbackTable(bundle, "posts")) {
    if ("fault" in record) {
      yield record;
      continue;
    }
    const { line, cell } = record;
    const known = tables.votes.get(cell("id").trim()) ?? 0;
    const there = readCount(cell("vote_count"));
    const votes = (hasAuthor: boolean) =>
      there === undefined && known === 0 ? splitVotes(undefined, hasAuthor) : restOfVotes(there ?? 0, known, hasAuthor);
    yield { line, ...readRow(cellsOf(record), source, { statuses, votes }) };
  }
}

function cellsOf({ cell }: NamedRecord): (field: Field) => string {
  const columns: Partial<Record<Field, string>> = {
    title: "title",
    body: "content",
    status: "status",
    board: "board",
    tags: "tags",
    author: "author_name",
    email: "author_email",
    created: "created_at",
    id: "id",
  };
  return (field) => cell(columns[field] ?? "");
}
