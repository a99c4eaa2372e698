import { barredFrom } from "~/models/core/users/rights";
import type { User } from "~/models/core/users/viewer";
import { listBoardsSharedWith } from "~/models/feedback/boards/visible-boards.server";
import type { Visit } from "./visit.server";

/** Somebody who is signed in, with what this portal keeps them from and shares with them. */
export const asViewer = async ({ db, portal }: Pick<Visit, "db" | "portal">, user: User): Promise<User> => ({
  ...user,
  barred: barredFrom(portal.settings, user),
  guestOf: await listBoardsSharedWith(db, user, portal.sharedBoards),
});
