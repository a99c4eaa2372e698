import type { ParameterOrJSON, Sql } from "postgres";
import { writeCursor } from "~/models/feedback/posts/cursor";
import type { ListFilter } from "~/models/feedback/posts/list-filter";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { capture } from "./capture";

/** The `after` that follows the first `depth` posts of a list: the app's own query, with another limit. */
export async function placeAt(sql: Sql, filter: ListFilter, depth: number): Promise<string | undefined> {
  if (depth === 0) return;
  const sent = await capture(sql, (db) => listPosts(db, null, filter));
  const page = sent.find(({ text }) => text.includes(`"pinned_at" is null`) && / limit \$\d+$/.test(text));
  if (!page) throw new Error("The list sends another query than it did.");
  const params = [...page.params.slice(0, -1), 1] as ParameterOrJSON<never>[];
  const [last] = await sql.unsafe(`${page.text} offset ${depth - 1}`, params).values();
  if (!last) throw new Error(`The list is not ${depth} posts long.`);
  return writeCursor({ number: Number(last[0]), value: Number(last.at(-1)) });
}
