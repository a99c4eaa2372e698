import type { Person } from "./history";
import { textOf } from "./json-fields";
import { readJsonArray } from "./read-json.server";
import { readZipText } from "./zip-archive.server";

/** What the rows of other tables refer to: a few bytes for each person and post. */
export interface FiderTables {
  /** What the site is called. */
  site: string;
  users: Map<number, Person>;
  /** The numbers of posts that come, by their ids. */
  posts: Map<number, string>;
  tagsOf: (postId: number) => string[];
}

const deletedPost = 6;
const deletedUser = 2;

export async function readFiderTables(path: string): Promise<FiderTables> {
  const users: FiderTables["users"] = new Map();
  for await (const user of readFiderTable(path, "users")) {
    const isGone = user.status === deletedUser;
    const email = textOf(user.email).trim();
    users.set(Number(user.id), isGone ? {} : { name: textOf(user.name) || undefined, email: email || undefined });
  }
  const posts: FiderTables["posts"] = new Map();
  for await (const { id, number, status, is_approved } of readFiderTable(path, "posts")) {
    const comes = status !== deletedPost && is_approved !== false && Number.isSafeInteger(number);
    if (comes) posts.set(Number(id), String(number));
  }
  let site = "";
  for await (const { name } of readFiderTable(path, "tenants")) site ||= textOf(name);
  return { site, users, posts, tagsOf: await readTags(path) };
}

async function readTags(path: string): Promise<FiderTables["tagsOf"]> {
  const names = new Map<number, string>();
  for await (const { id, name } of readFiderTable(path, "tags")) names.set(Number(id), textOf(name));
  const byPost = new Map<number, string[]>();
  for await (const { post_id, tag_id } of readFiderTable(path, "post_tags")) {
    const name = names.get(Number(tag_id));
    if (name) byPost.set(Number(post_id), [...(byPost.get(Number(post_id)) ?? []), name]);
  }
  return (postId) => byPost.get(postId) ?? [];
}

/** The rows of a table that can be read; the others are told where the table itself is imported. */
async function* readFiderTable(path: string, table: string): AsyncGenerator<Record<string, unknown>> {
  for await (const record of readJsonArray(readZipText(path, `${table}.json`))) {
    if ("value" in record) yield record.value;
  }
}
