import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { importSources, oldPaths, posts } from "#db/schema";
import { recordEvents } from "../events/record.server";
import { plainVersion, type Rendered } from "../text/markdown.server";
import { keepWordings } from "../wordings/keep-wordings.server";
import { findOrCreateBoards, findOrCreateTags, type Ids } from "./find-or-create.server";
import { findOrCreateAuthors } from "./find-or-create-authors.server";
import { giveNumbers } from "./give-numbers.server";
import type { ImportedPost } from "./imported-post";
import type { ImportRun } from "./start-import.server";

/** Adds posts that are not here yet, in the order given, with their boards, tags and authors; an event each. */
export async function insertPosts(
  tx: Db,
  some: ImportedPost[],
  rendered: Map<ImportedPost, Rendered>,
  { at, run }: { at: Date; run?: ImportRun },
): Promise<void> {
  if (some.length === 0) return;
  const boardNames = some.map((post) => post.board);
  const boardIds = await findOrCreateBoards(tx, boardNames, at);
  const tagNames = some.flatMap((post) => post.tags);
  const tagIds = await findOrCreateTags(tx, tagNames, at);
  const authorOf = await findOrCreateAuthors(tx, some, at);
  // Last, because whoever posts meanwhile waits for it.
  const numbers = await giveNumbers(tx, some, run?.keepsNumbers ?? false);
  const rows = some.map((post, i) => ({
    id: uuid(),
    number: numbers[i] ?? 0,
    kind: post.kind,
    status: post.status,
    boardId: idOf(boardIds, post.board),
    authorId: authorOf(post),
    title: post.title,
    bodyMarkdown: post.body,
    bodyHtml: rendered.get(post)?.html ?? "",
    excerpt: rendered.get(post)?.excerpt ?? "",
    htmlVersion: rendered.get(post)?.version ?? plainVersion,
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
  if (run) await noteSources(tx, some, rows, run);
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

/** Which import each post came with, and the address it had there, where its number is another here. */
async function noteSources(
  tx: Db,
  some: ImportedPost[],
  rows: { id: string; number: number }[],
  run: ImportRun,
): Promise<void> {
  const kind = "post" as const;
  const sources = some.map(({ source, sourceId }, i) => {
    const id = rows[i]?.id ?? "";
    return { source, kind, sourceId, importId: run.id, postId: id, ourId: id };
  });
  await tx.insert(importSources).values(sources).onConflictDoNothing();
  const paths = rows.flatMap((row, i) => {
    const { pathThere: path, numberThere } = some[i] ?? {};
    // With the number it had there, any address of that number leads here.
    return path && numberThere !== row.number ? [{ path, postId: row.id }] : [];
  });
  if (paths.length > 0) await tx.insert(oldPaths).values(paths).onConflictDoNothing();
}

function idOf(ids: Ids, name: string): number {
  const id = ids.get(name.toLowerCase());
  if (id === undefined) throw new Error("A board or a tag was there and is gone within one transaction.");
  return id;
}
