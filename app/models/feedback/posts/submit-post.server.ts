import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bugDetails, numbering, posts, votes } from "#db/schema";
import type { TextFlag } from "#db/schema/feedback/posts";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { settleId } from "../../core/settle-id.server";
import { type Rendered, renderAll, versionOf } from "../../core/text/markdown.server";
import { mayPost } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { joinTexts } from "../../core/wordings/join-texts";
import { keepWordings } from "../../core/wordings/keep-wordings.server";
import { attachDrafts } from "../attachments/attach-drafts.server";
import { findBoard } from "../boards/queries.server";
import { existingTagIds } from "../tags/queries.server";
import type { PostDraft } from "./draft";
import { dropTemplate } from "./drop-template.server";
import { followOnTheWay } from "./follow-post.server";

export interface Submission {
  viewer: User;
  /** Made by the client: the same submission sent again gives the post that it made, another makes another. */
  id: string;
  draft: PostDraft;
  flags?: TextFlag[];
  at?: Date;
}

export interface Submitted {
  id: string;
  number: number;
  title: string;
}

/**
 * Posts an idea or a bug; its author votes for it, which can be taken back, and follows it. Throws `postingLimited`,
 * `boardNotFound`, `templateUntouched`, `busy` or `idTaken`.
 */
export async function submitPost(
  db: Db,
  { viewer, id: clientId, draft: sent, flags = [], at = new Date() }: Submission,
): Promise<Submitted> {
  if (!mayPost(viewer)) throw new DomainError("postingLimited");
  const draft = await dropTemplate(db, viewer, sent);
  const rendered = await renderAll(textsOf(draft), viewer.id);
  return db.transaction(async (tx) => {
    const sent = { viewer, id: clientId, content: draft };
    const { id, isThere, fingerprint } = await settleId(tx, { table: posts, owner: posts.authorId }, sent);
    if (isThere) return findMade(tx, id);
    const board = await findBoard(tx, viewer, draft.boardId);
    if (!board) throw new DomainError("boardNotFound", { field: "boardId" });
    const post = {
      id,
      number: await nextNumber(tx),
      kind: draft.kind,
      boardId: board.id,
      authorId: viewer.id,
      title: draft.title,
      bodyMarkdown: draft.body,
      bodyHtml: rendered.body.html,
      excerpt: excerptOf(rendered),
      htmlVersion: versionOf(rendered),
      tagIds: await existingTagIds(tx, draft.tagIds),
      voteCount: 1,
      flags,
      createdAt: at,
      fingerprint,
    };
    await tx.insert(posts).values(post);
    // No event of its own: that somebody posts says that they want it.
    await tx.insert(votes).values({ postId: id, userId: viewer.id, createdAt: at });
    if (draft.kind === "bug") await tx.insert(bugDetails).values(bugRow(id, draft, rendered));
    await attachDrafts(tx, viewer, clientId, { postId: id });
    await keepWordings(tx, [{ number: post.number, title: draft.title, text: joinTexts(textsOf(draft)) }]);
    await followOnTheWay(tx, { postId: id, userId: viewer.id, level: "everything", at });
    await recordEvent(tx, {
      type: "post.submitted",
      actorId: viewer.id,
      postId: id,
      data: { kind: draft.kind, boardId: board.id },
      at,
    });
    return post;
  });
}

async function findMade(tx: Db, id: string): Promise<Submitted> {
  const [post] = await tx
    .select({ id: posts.id, number: posts.number, title: posts.title })
    .from(posts)
    .where(eq(posts.id, id));
  if (!post) throw new Error("A post was there and is gone within one transaction.");
  return post;
}

/**
 * The first of `count` numbers in a row. The lock lasts until the transaction ends: a number is given once, and
 * not lost to a rollback.
 */
export async function nextNumber(tx: Db, count = 1): Promise<number> {
  const [row] = await tx
    .update(numbering)
    .set({ last: sql`${numbering.last} + ${count}::int` })
    .where(eq(numbering.name, "post"))
    .returning({ last: numbering.last });
  if (!row) throw new Error("The row of post numbers is missing.");
  return row.last - count + 1;
}

type Texts = "body" | "steps" | "expected" | "actual";

/** The texts of a draft that are Markdown. */
export function textsOf(draft: { body: string; steps?: string; expected?: string; actual?: string }) {
  const { body, steps = "", expected = "", actual = "" } = draft;
  return { body, steps, expected, actual } satisfies Record<Texts, string>;
}

export function excerptOf(rendered: Record<Texts, Rendered>): string {
  return rendered.body.excerpt || rendered.actual.excerpt || rendered.steps.excerpt;
}

export function bugRow(
  postId: string,
  bug: { steps: string; expected: string; actual: string; version: string },
  rendered: Record<Texts, Rendered>,
) {
  return {
    postId,
    stepsMarkdown: bug.steps,
    stepsHtml: rendered.steps.html,
    expectedMarkdown: bug.expected,
    expectedHtml: rendered.expected.html,
    actualMarkdown: bug.actual,
    actualHtml: rendered.actual.html,
    version: bug.version,
  };
}
