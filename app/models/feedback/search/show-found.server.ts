import type { Db } from "#db/client.server";
import type { Viewer } from "../../core/users/viewer";
import { findListed } from "../posts/list-posts.server";
import { highlight, type IsHit } from "./highlight";
import type { Found, SearchHit } from "./results";
import { findSnippets } from "./snippets.server";

/**
 * What an engine found, as the list shows it, in the engine's order. Whatever the engine says, only what lists
 * show to this viewer at this moment is shown.
 */
export async function showFound(db: Db, viewer: Viewer, found: Found[], isHit: IsHit): Promise<SearchHit[]> {
  const rows = await findListed(
    db,
    viewer,
    found.map(({ number }) => number),
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const shown = found.flatMap((one) => byNumber.get(one.number) ?? []);
  const snippets = await findSnippets(db, viewer, shown, isHit);
  return shown.map((post) => ({
    post,
    title: highlight(post.title, isHit),
    snippet: snippets.get(post.number) ?? { from: "body", segments: [] },
  }));
}
