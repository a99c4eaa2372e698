import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { follows, importSources, oldPaths, posts, votes } from "#db/schema";
import { recordEvents } from "../../core/events/record.server";
import { plainVersion, type Rendered } from "../../core/text/markdown.server";
import { keepWordings } from "../../core/wordings/keep-wordings.server";
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
    importedVotes: post.importedVotes ?? 0,
    voteCount: (post.importedVotes ?? 0) + Number(post.authorVotes ?? false),
    followerCount: Number(isFollowed(post)),
    source: post.source,
    sourceId: post.sourceId,
  }));
  await tx.insert(posts).values(rows);
  await addAuthors(tx, some, rows);
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

const isFollowed = ({ authorName, authorEmail, authorFollows = true }: ImportedPost): boolean =>
  authorFollows && Boolean(authorName ?? authorEmail);

/** Authors who are known follow their posts, to be told what becomes of them, and vote for them as people do here. */
async function addAuthors(
  tx: Db,
  some: ImportedPost[],
  rows: { id: string; authorId: string; createdAt: Date }[],
): Promise<void> {
  const theirs = (is: (post: ImportedPost) => boolean) =>
    rows.flatMap(({ id, authorId, createdAt }, i) => {
      const post = some[i];
      return post && is(post) ? [{ postId: id, userId: authorId, createdAt }] : [];
    });
  const voting = theirs(({ authorVotes }) => authorVotes === true);
  if (voting.length > 0) await tx.insert(votes).values(voting);
  const following = theirs(isFollowed).map((row) => ({ ...row, level: "everything" as const }));
  if (following.length > 0) await tx.insert(follows).values(following);
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
