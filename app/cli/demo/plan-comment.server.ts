import type { Db } from "#db/client.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { commentDraft, commentEdit } from "~/models/feedback/comments/draft";
import { editComment } from "~/models/feedback/comments/edit-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import type { Stage, Step } from "./stage";
import { type Comment, markdownOf, type Reply } from "./story";

/** A comment, the replies to it, and what its author does to it later. */
export function planComment(post: { number: number }, comment: Comment, at: Date, stage: Stage): Step[] {
  const id = stage.chance.id(at);
  const viewer = stage.people[comment.by];
  const say = ({ by, says }: Reply, id: string, at: Date, parentId: string | null = null): Step => {
    const draft = commentDraft.parse({ id, body: markdownOf(says), parentId });
    return { at, run: (tx) => submitComment(tx, { viewer: stage.people[by], number: post.number, ...draft, at }) };
  };
  const steps = [say(comment, id, at)];
  let last = at;
  for (const reply of comment.replies ?? []) {
    last = stage.moment(reply.day, last);
    steps.push(say(reply, stage.chance.id(last), last, id));
  }
  if (comment.edited) {
    const at = stage.moment(comment.edited.day, last);
    const { body } = commentEdit.parse({ body: markdownOf(comment.edited.says) });
    steps.push({ at, run: (tx: Db) => editComment(tx, { viewer, id, body, at }) });
  }
  if (comment.deleted !== undefined) {
    const at = stage.moment(comment.deleted, last);
    steps.push({ at, run: (tx: Db) => deleteComment(tx, { viewer, id, at }) });
  }
  return steps;
}
