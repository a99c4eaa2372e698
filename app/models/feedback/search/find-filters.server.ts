import { not } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { findBoardId } from "../boards/queries.server";
import { visibleBoards } from "../boards/visible-boards.server";
import { statusesOf } from "../posts/list-filter";
import { findTagId } from "../tags/queries.server";
import type { SearchQuestion } from "./question";
import type { Filters } from "./to-tsquery";

/** The ids that the filters of a question stand for; undefined where there is nothing of that name for this viewer. */
export async function findFilters(db: Db, viewer: Viewer, question: SearchQuestion): Promise<Filters | undefined> {
  const { board, tag, kind, status } = question;
  const [boardId, tagId, hidden] = await Promise.all([
    board ? findBoardId(db, viewer, board) : undefined,
    tag ? findTagId(db, tag) : undefined,
    db
      .select({ id: boards.id })
      .from(boards)
      .where(not(visibleBoards(viewer))),
  ]);
  if ((board && !boardId) || (tag && !tagId)) return;
  return { boardId, tagId, kind, statuses: statusesOf(status), hiddenBoardIds: hidden.map(({ id }) => id) };
}
