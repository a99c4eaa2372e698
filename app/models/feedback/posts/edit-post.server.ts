import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bugDetails, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { renderAll, versionOf } from "../../core/text/markdown.server";
import { mayEdit } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { joinTexts } from "../../core/wordings/join-texts";
import { keepWordings } from "../../core/wordings/keep-wordings.server";
import { changedFields, compareEdit, type Fields, keepRevision } from "../revisions/keep-revision.server";
import type { PostEdit } from "./draft";
import { findPostText } from "./find-post.server";
import { type HeldPost, holdLivePost } from "./hold-post.server";
import { bugRow, excerptOf, textsOf } from "./submit-post.server";

interface EditPost {
  viewer: User;
  number: number;
  edit: PostEdit;
  at?: Date;
}

/**
 * Changes what a post says; what it said before stays readable in its history. Throws `forbidden`, `busy`, `notFound`
 * or `postMerged`.
 */
export async function editPost(db: Db, { viewer, number, edit, at = new Date() }: EditPost): Promise<void> {
  const [rendered, compared] = await Promise.all([
    renderAll(textsOf(edit), viewer.id),
    compareEdit(await seenFields(db, viewer, number), newFields(edit)),
  ]);
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    if (!mayEdit(viewer, post)) throw new DomainError("forbidden");
    const before = changedFields(await currentFields(tx, post), newFields(edit));
    if (Object.keys(before).length === 0) return;
    await tx
      .update(posts)
      .set({
        title: edit.title,
        bodyMarkdown: edit.body,
        bodyHtml: rendered.body.html,
        excerpt: excerptOf(rendered),
        htmlVersion: versionOf(rendered),
        editedAt: at,
      })
      .where(eq(posts.id, post.id));
    if (edit.kind === "bug") {
      const row = bugRow(post.id, edit, rendered);
      await tx.insert(bugDetails).values(row).onConflictDoUpdate({ target: bugDetails.postId, set: row });
    }
    await keepWordings(tx, [{ number, title: edit.title, text: joinTexts(textsOf(edit)) }]);
    await keepRevision(tx, { postId: post.id, editorId: viewer.id, before, compared, at });
    await recordEvent(tx, {
      type: "post.edited",
      actorId: viewer.id,
      postId: post.id,
      data: { fields: Object.keys(before) },
      at,
    });
  });
}

function newFields(edit: PostEdit): Fields {
  const { title, body } = edit;
  if (edit.kind === "idea") return { title, body };
  const { steps, expected, actual, version } = edit;
  return { title, body, steps, expected, actual, version };
}

/** As they stand before anybody waits for the edit; none for whoever may not edit them. */
async function seenFields(db: Db, viewer: User, number: number): Promise<Fields | undefined> {
  const text = await findPostText(db, viewer, number);
  if (!text || !mayEdit(viewer, text)) return;
  const { title, body, steps, expected, actual, version } = text;
  return { title, body, steps: steps ?? "", expected: expected ?? "", actual: actual ?? "", version: version ?? "" };
}

async function currentFields(tx: Db, post: HeldPost): Promise<Fields> {
  const own = { title: post.title, body: post.bodyMarkdown };
  const [bug] = await tx.select().from(bugDetails).where(eq(bugDetails.postId, post.id));
  if (!bug) return own;
  const { stepsMarkdown, expectedMarkdown, actualMarkdown, version } = bug;
  return { ...own, steps: stepsMarkdown, expected: expectedMarkdown, actual: actualMarkdown, version };
}
