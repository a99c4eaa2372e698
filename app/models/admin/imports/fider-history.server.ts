import { bodyFault } from "./body-fault";
import type { FiderTables } from "./fider-tables.server";
import { fiderText } from "./fider-text";
import type { Activity, HistoryRow, Person } from "./history";
import { textOf } from "./json-fields";
import { readAuthor } from "./read-author";
import { readDate } from "./read-date";
import { readJsonArray } from "./read-json.server";
import type { RowFault } from "./row-fault";
import { readZipText } from "./zip-archive.server";

type Fields = Record<string, unknown>;

/** An activity; nothing where the row does not come; or what is wrong with it. */
type Read = Activity | undefined | RowFault;

/** What people did, table by table; what has gone there, or belongs to such a post, does not come. */
export async function* readFiderHistory(path: string, tables: FiderTables): AsyncGenerator<HistoryRow> {
  yield* readTable(path, "post_votes", (row) => did(tables, row, { kind: "vote" }));
  yield* readTable(path, "post_subscribers", (row) =>
    row.status === 1 ? did(tables, row, { kind: "follow" }) : undefined,
  );
  yield* readTable(path, "comments", (row) => readComment(tables, row));
  yield* readTable(path, "posts", (row) => readAnswer(tables, row), true);
  yield* readTable(path, "posts", (row) => readMerge(tables, row), true);
}

async function* readTable(
  path: string,
  table: string,
  read: (row: Fields) => Read,
  isReadBefore = false,
): AsyncGenerator<HistoryRow> {
  for await (const record of readJsonArray(readZipText(path, `${table}.json`))) {
    if ("fault" in record) {
      if (!isReadBefore) yield record;
      continue;
    }
    const found = read(record.value);
    if (!found) continue;
    if ("code" in found) yield { line: record.line, fault: found };
    else yield { line: record.line, activity: found };
  }
}

type Kind = { kind: "vote" } | { kind: "follow" } | { kind: "comment"; id: string; body: string };

function did(tables: FiderTables, row: Fields, kind: Kind): Activity | undefined {
  const post = tables.posts.get(Number(row.post_id));
  const person = personOf(tables, row.user_id);
  // A vote of nobody would be everybody's.
  if (!post || (kind.kind !== "comment" && !person.name && !person.email)) return;
  return { post, person, at: readDate(textOf(row.created_at)), ...kind };
}

function readComment(tables: FiderTables, row: Fields): Read {
  const body = fiderText(textOf(row.content));
  if (row.deleted_at || row.is_approved === false || !body.trim()) return;
  const fault = bodyFault(body);
  if (fault) return fault;
  return did(tables, row, { kind: "comment", id: textOf(row.id), body });
}

const duplicate = 5;

function readAnswer(tables: FiderTables, row: Fields): Read {
  const post = tables.posts.get(Number(row.id));
  const body = fiderText(textOf(row.response));
  if (!post || !body.trim() || row.status === duplicate) return;
  const person = personOf(tables, row.response_user_id);
  return { kind: "answer", post, person, at: readDate(textOf(row.response_date)), body };
}

function readMerge(tables: FiderTables, row: Fields): Read {
  const post = tables.posts.get(Number(row.id));
  const into = tables.posts.get(Number(row.original_id));
  if (!post || !into) return;
  const person = personOf(tables, row.response_user_id);
  return { kind: "merge", post, person, at: readDate(textOf(row.response_date)), into };
}

function personOf({ users }: FiderTables, id: unknown): Person {
  const { name = "", email = "" } = users.get(Number(id)) ?? {};
  return readAuthor(name, email);
}
