import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { Verdict } from "../../core/bulk/verdict";
import { canMove, statuses } from "../posts/lifecycle";
import { limits } from "../posts/limits";

/** What a bulk action does to each of its posts. */
export type Change =
  | {
      type: "move";
      to: PostStatus;
      /** Markdown. */
      answer?: string;
      /** Of a move to where something was released. */
      release?: string;
    }
  | { type: "tag"; id: number }
  | { type: "untag"; id: number }
  | { type: "board"; id: number };

/** How a form says it: `move:planned`, `tag:3`, `untag:3`, `board:2`. Undefined for what makes no sense. */
export function readChange(text: string): Change | undefined {
  const [type, value = ""] = text.split(":");
  const to = statuses.find((status) => status === value);
  if (type === "move") return to && { type, to };
  const isPlace = type === "tag" || type === "untag" || type === "board";
  return isPlace && /^[1-9]\d{0,8}$/.test(value) ? { type, id: Number(value) } : undefined;
}

export const writeChange = (change: Change): string =>
  `${change.type}:${change.type === "move" ? change.to : change.id}`;

/** The values of a post that a bulk action may change. */
export interface Standing {
  status: PostStatus;
  boardId: number;
  tagIds: number[];
}

/** Whether a change would alter a post, or why it would not. */
export function judge(change: Change, post: Standing & { kind: PostKind }): Verdict {
  if (isSo(change, post)) return "same";
  if (change.type === "move" && !canMove(post, change.to)) return "illegalMove";
  if (change.type === "tag" && post.tagIds.length >= limits.tags.max) return "tooManyTags";
  return "changed";
}

/** Whether a post stands where a change would bring it. */
export function isSo(change: Change, { status, boardId, tagIds }: Standing): boolean {
  if (change.type === "move") return status === change.to;
  if (change.type === "board") return boardId === change.id;
  return tagIds.includes(change.id) === (change.type === "tag");
}

/** A post as somebody saw it: where it is another by now, it has changed since. */
export function stampOf(post: Standing & { editedAt: Date | string | null }): string {
  const edited = post.editedAt ? new Date(post.editedAt).getTime() : 0;
  return [post.status, post.boardId, post.tagIds.join("."), edited].join("~");
}
