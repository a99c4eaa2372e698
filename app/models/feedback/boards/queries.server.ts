import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards } from "#db/schema";
import type { Visibility } from "#db/schema/feedback/boards";
import type { Viewer } from "../../core/users/viewer";
import { visibleBoards } from "./visible-boards.server";

export interface Board {
  id: number;
  slug: string;
  name: string;
  description: string;
  visibility: Visibility;
  /** Guests see it, too. */
  isShared: boolean;
  position: number;
}

const columns = {
  id: boards.id,
  slug: boards.slug,
  name: boards.name,
  description: boards.description,
  visibility: boards.visibility,
  isShared: boards.isShared,
  position: boards.position,
};

/** Boards that the viewer may see, in the order that administrators chose. */
export async function listBoards(db: Db, viewer: Viewer): Promise<Board[]> {
  return db.select(columns).from(boards).where(visibleBoards(viewer)).orderBy(asc(boards.position), asc(boards.id));
}

export async function findBoard(db: Db, viewer: Viewer, id: number): Promise<Board | undefined> {
  const [board] = await db
    .select(columns)
    .from(boards)
    .where(and(eq(boards.id, id), visibleBoards(viewer)));
  return board;
}

export async function findBoardId(db: Db, viewer: Viewer, slug: string): Promise<number | undefined> {
  const [board] = await db
    .select({ id: boards.id })
    .from(boards)
    .where(and(eq(boards.slug, slug), visibleBoards(viewer)));
  return board?.id;
}

/** The domains whose people are guests of a board, for those who edit it. */
export async function findGuestDomains(db: Db, id: number): Promise<string[]> {
  const [board] = await db.select({ domains: boards.guestDomains }).from(boards).where(eq(boards.id, id));
  return board?.domains ?? [];
}
