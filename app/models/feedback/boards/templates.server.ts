import { and, ne, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { visibleBoards } from "./visible-boards.server";

/** The texts that forms of new posts on a board begin with, by kind; empty for none. */
export interface Templates {
  boardId: number;
  idea: string;
  bug: string;
}

/** Those of the boards that have any. */
export async function listTemplates(db: Db, viewer: Viewer): Promise<Templates[]> {
  const { id, ideaTemplate, bugTemplate } = boards;
  return db
    .select({ boardId: id, idea: ideaTemplate, bug: bugTemplate })
    .from(boards)
    .where(and(visibleBoards(viewer), or(ne(ideaTemplate, ""), ne(bugTemplate, ""))));
}
