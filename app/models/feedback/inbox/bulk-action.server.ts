import type { Db } from "#db/client.server";
import { doBulk } from "../../core/bulk/do-bulk.server";
import type { User } from "../../core/users/viewer";
import type { Change } from "./change";
import { postsInBulk } from "./posts-in-bulk.server";

interface BulkAction {
  viewer: User;
  /** Made by the form. */
  id: string;
  change: Change;
  /** The posts as the preview showed them. */
  chosen: { number: number; stamp: string }[];
  /** Of a move; Markdown. */
  answer?: string;
  /** Of a move to where something was released. */
  release?: string;
  at?: Date;
}

/**
 * Makes one change to several posts. Throws `forbidden`, `answerNeeded`, `nothingChosen`, `boardNotFound`, `tagNotFound` or
 * `idTaken`.
 */
export async function doBulkAction(db: Db, { change, answer, release, ...input }: BulkAction): Promise<{ id: string }> {
  return doBulk(db, postsInBulk, {
    ...input,
    change: change.type === "move" ? { ...change, answer, release } : change,
  });
}
