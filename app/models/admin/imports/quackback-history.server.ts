import { cleanLine } from "../../core/text/clean";
import { bodyFault } from "./body-fault";
import type { Bundle } from "./bundle.server";
import type { HistoryRow } from "./history";
import type { NamedRecord } from "./named-records.server";
import { type QuackbackTables, readQuackbackTable } from "./quackback-tables.server";
import { readAuthor } from "./read-author";
import { readDate } from "./read-date";
import { isHidden, rootOf } from "./threads";

/** What people did. Comments that reply come last, when what they reply to is here. */
export async function* readQuackbackHistory(bundle: Bundle, tables: QuackbackTables): AsyncGenerator<HistoryRow> {
  yield* readVotes(bundle);
  yield* readComments(bundle, tables, false);
  yield* readComments(bundle, tables, true);
}

async function* readVotes(bundle: Bundle): AsyncGenerator<HistoryRow> {
  for await (const record of readQuackbackTable(bundle, "post_votes")) {
    if ("fault" in record) {
      yield record;
      continue;
    }
    const { line, cell } = record;
    const person = readAuthor("", cell("voter_email"));
    // A vote of nobody would be everybody's.
    if (person.email) yield { line, activity: { kind: "vote", ...didTo(record), person } };
  }
}

async function* readComments(bundle: Bundle, tables: QuackbackTables, isReply: boolean): AsyncGenerator<HistoryRow> {
  for await (const record of readQuackbackTable(bundle, "comments")) {
    if ("fault" in record) {
      if (!isReply) yield record;
      continue;
    }
    const id = cleanLine(record.cell("id"));
    if (tables.threads.parents.has(id) === isReply) yield* readComment(record, id, tables);
  }
}

function* readComment(record: NamedRecord, id: string, { threads }: QuackbackTables): Generator<HistoryRow> {
  const { line, cell } = record;
  const body = cell("content");
  const fault = bodyFault(body);
  if (isHidden(threads, id)) yield { line, isHidden: true };
  else if (fault) yield { line, fault };
  else if (!id) yield { line, fault: { code: "noId" } };
  else if (body.trim()) {
    const root = rootOf(threads, id);
    const person = readAuthor(cell("author_name"), cell("author_email"));
    const parent = root === id ? undefined : root;
    yield { line, activity: { kind: "comment", ...didTo(record), id, parent, person, body } };
  }
}

const didTo = ({ cell }: NamedRecord): { post: string; at?: Date } => ({
  post: cleanLine(cell("post_id")),
  at: readDate(cell("created_at").trim()),
});
