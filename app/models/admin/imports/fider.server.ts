import type { Encoding } from "../../core/text/encodings";
import { postPath } from "../../feedback/posts/post-path";
import type { Field } from "./columns";
import { readFiderHistory } from "./fider-history.server";
import { openFiderPosts } from "./fider-posts.server";
import { type FiderTables, readFiderTables } from "./fider-tables.server";
import { fiderText } from "./fider-text";
import type { ImportFile } from "./import-file";
import { textOf } from "./json-fields";
import { NotUnderstood } from "./not-understood";
import { readJsonArray } from "./read-json.server";
import { readRow } from "./read-row.server";
import type { Row } from "./row";
import type { Votes } from "./split-votes";
import type { StatusMap } from "./status-map";
import { isZip, listZip, readZipText } from "./zip-archive.server";

/** Everybody who voted or follows is listed, the author as well. */
const votes = (): Votes => ({ importedVotes: 0, authorVotes: false, authorFollows: false });

interface OpenFider {
  path: string;
  source: string;
  statuses: StatusMap;
  encoding?: Encoding;
}

/** Duplicates are open until they are merged; what is deleted there does not come. */
const statusNames = ["open", "started", "completed", "declined", "planned", "open"] as const;

/** Whether an archive is a backup of Fider. */
export const isFiderBackup = (names: { has(name: string): boolean }): boolean =>
  names.has("posts.json") && names.has("users.json");

/**
 * A `backup.zip` of Fider, or its `posts.csv`. Only the files and fields named here are read: keys, codes and settings of sign-in in
 * the others never leave the archive.
 */
export async function openFider({ path, source, statuses, encoding }: OpenFider): Promise<ImportFile> {
  if (!(await isZip(path))) return openFiderPosts({ path, source, statuses, encoding });
  const names = await listZip(path);
  if (!isFiderBackup(names)) throw new NotUnderstood({ code: "notThisFormat", format: "fider" });
  const tables = await readFiderTables(path);
  return {
    format: "fider",
    source,
    rows: () => readPosts(path, tables, { source, statuses }),
    history: () => readFiderHistory(path, tables),
  };
}

async function* readPosts(
  path: string,
  tables: FiderTables,
  { source, statuses }: { source: string; statuses: StatusMap },
): AsyncGenerator<Row> {
  for await (const record of readJsonArray(readZipText(path, "posts.json"))) {
    if ("fault" in record) {
      yield record;
      continue;
    }
    const { line, value: post } = record;
    const number = Number(post.number);
    if (!tables.posts.has(Number(post.id))) continue;
    const author = tables.users.get(Number(post.user_id));
    const cells: Partial<Record<Field, string>> = {
      title: textOf(post.title),
      body: fiderText(textOf(post.description)),
      status: statusNames[Number(post.status)] ?? textOf(post.status),
      board: tables.site,
      author: author?.name,
      email: author?.email,
      created: textOf(post.created_at),
      id: String(number),
    };
    const slug = textOf(post.slug);
    const there = { number, path: slug ? `/posts/${number}/${slug}` : postPath({ number, title: textOf(post.title) }) };
    const tags = tables.tagsOf(Number(post.id));
    yield { line, ...readRow((field) => cells[field] ?? "", source, { statuses, tags, there, votes }) };
  }
}
