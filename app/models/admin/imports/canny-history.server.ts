import { bodyFault } from "./body-fault";
import type { Bundle } from "./bundle.server";
import { type CannyKind, readCannyItems } from "./canny-items.server";
import { type CannyTables, mergedInto, postIdOf } from "./canny-tables.server";
import type { Activity, HistoryRow, Person } from "./history";
import { objectOf, textOf } from "./json-fields";
import { readAuthor } from "./read-author";
import { readDate } from "./read-date";
import type { RowFault } from "./row-fault";
import { isHidden, rootOf } from "./threads";

type Fields = Record<string, unknown>;

type Said = { activity: Activity } | { fault: RowFault } | { isHidden: true };

/** What people did. Comments that reply come last, when what they reply to is here. */
export async function* readCannyHistory(bundle: Bundle, tables: CannyTables): AsyncGenerator<HistoryRow> {
  const isReply = (item: Fields) => tables.threads.parents.has(textOf(item.id));
  yield* readActivities(bundle, (kind, item) =>
    kind === "comment" && isReply(item) ? [] : readActivity(kind, item, tables),
  );
  yield* readActivities(bundle, (kind, item) => (kind === "comment" && isReply(item) ? readComment(item, tables) : []));
}

async function* readActivities(
  bundle: Bundle,
  read: (kind: CannyKind, item: Fields) => Said[],
): AsyncGenerator<HistoryRow> {
  for await (const item of readCannyItems(bundle)) {
    // What is broken was refused when posts were read.
    if ("fault" in item) continue;
    for (const said of read(item.kind, item.value)) yield { line: item.line, ...said };
  }
}

function readActivity(kind: CannyKind, item: Fields, tables: CannyTables): Said[] {
  if (kind === "post") return readMerges(item, tables);
  if (kind === "comment") return readComment(item, tables);
  return kind === "vote" ? readVote(item, tables) : readAnswer(item, tables);
}

export function personOf(someone: unknown): Person {
  const { name, email } = objectOf(someone);
  return readAuthor(textOf(name), textOf(email));
}

const momentOf = ({ created }: Fields): Date | undefined => readDate(textOf(created));

function readMerges(item: Fields, { posts }: CannyTables): Said[] {
  const into = textOf(item.id);
  if (!posts.has(into)) return [];
  return mergedInto(item)
    .filter(({ post }) => textOf(post.id) && textOf(post.id) !== into)
    .map(({ post, at }) => ({ activity: { kind: "merge", post: textOf(post.id), person: {}, at, into } }));
}

function readVote(vote: Fields, { posts }: CannyTables): Said[] {
  const post = postIdOf(vote);
  const person = personOf(vote.voter);
  // A vote of nobody would be everybody's.
  if (!posts.has(post) || (!person.name && !person.email)) return [];
  return [{ activity: { kind: "vote", post, person, at: momentOf(vote) } }];
}

function readComment(comment: Fields, { posts, threads }: CannyTables): Said[] {
  const post = postIdOf(comment);
  const id = textOf(comment.id);
  const body = textOf(comment.value);
  if (!posts.has(post) || !id || !body.trim()) return [];
  if (isHidden(threads, id)) return [{ isHidden: true }];
  const fault = bodyFault(body);
  if (fault) return [{ fault }];
  const root = rootOf(threads, id);
  const parent = root === id ? undefined : root;
  return [
    { activity: { kind: "comment", post, id, parent, person: personOf(comment.author), at: momentOf(comment), body } },
  ];
}

function readAnswer(change: Fields, { answers }: CannyTables): Said[] {
  const post = postIdOf(change);
  if (answers.get(post)?.id !== textOf(change.id)) return [];
  const body = textOf(objectOf(change.changeComment).value);
  const fault = bodyFault(body);
  if (fault) return [{ fault }];
  return [{ activity: { kind: "answer", post, person: personOf(change.changer), at: momentOf(change), body } }];
}
