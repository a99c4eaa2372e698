import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { recordEvents } from "../events/record.server";
import { nextNumber } from "../posts/submit-post.server";
import { htmlVersion, type Rendered } from "../text/markdown.server";
import { keepWordings } from "../wordings/keep-wordings.server";
import { findOrCreateBoards, findOrCreateTags, type Ids } from "./find-or-create.server";
import { findOrCreateAuthors } from "./find-or-create-authors.server";
import type { ImportedPost } from "./imported-post";

/** Adds posts that are not here yet, in the order given, with their boards, tags and authors; an event each. */
export async function insertPosts(
  tx: Db,
  some: ImportedPost[],
  rendered: Map<ImportedPost, Rendered>,
  at: Date,
): Promise<void> {
  if (some.length === 0) return;
  const boardNames = some.map((post) => post.board);
  const boardIds = await findOrCreateBoards(tx, boardNames, at);
  const tagNames = some.flatMap((post) => post.tags);
  const tagIds = await findOrCreateTags(tx, tagNames, at);
  const authorOf = await findOrCreateAuthors(tx, some, at);
  // Last, because whoever posts meanwhile waits for it.
  const first = await nextNumber(tx, some.length);
  const rows = some.map((post, i) => ({
    id: uuid(),
    number: first + i,
    kind: post.kind,
    status: post.status,
    boardId: idOf(boardIds, post.board),
    authorId: authorOf(post),
    title: post.title,
    bodyMarkdown: post.body,
    bodyHtml: rendered.get(post)?.html ?? "",
    excerpt: rendered.get(post)?.excerpt ?? "",
    htmlVersion,
    tagIds: [...new Set(post.tags.map((tag) => idOf(tagIds, tag)))].sort((a, b) => a - b),
    createdAt: post.createdAt ?? at,
    source: post.source,
    sourceId: post.sourceId,
  }));
  await tx.insert(posts).values(rows);
  await keepWordings(
    tx,
    rows.map(({ number, title, bodyMarkdown }) => ({ number, title, text: bodyMarkdown })),
  );
  const type = "post.imported" as const;
  const events = rows.map(({ id, kind, boardId, source }) => ({
    type,
    actorId: null,
    postId: id,
    data: { kind, boardId, source },
    at,
  }));
  await recordEvents(tx, events);
}

function idOf(ids: Ids, name: string): number {
  const id = ids.get(name.toLowerCase());
  if (id === undefined) throw new Error("A board or a tag was there and is gone within one transaction.");
  return id;
}
