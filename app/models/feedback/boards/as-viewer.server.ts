import type { Db } from "#db/client.server";
import type { Portal } from "../../core/settings/settings.server";
import { barredFrom } from "../../core/users/rights";
import type { User } from "../../core/users/viewer";
import { listBoardsSharedWith } from "./visible-boards.server";

/** Somebody who is known, with what this portal keeps them from and shares with them. */
export const asViewer = async ({ db, portal }: { db: Db; portal: Portal }, user: User): Promise<User> => ({
  ...user,
  barred: barredFrom(portal.settings, user),
  guestOf: await listBoardsSharedWith(db, user, portal.sharedBoards),
});
