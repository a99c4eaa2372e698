import { isStaff } from "~/models/core/users/policy";
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

interface Proof {
  user: User;
  /** Whether they have proved by a passkey that it is they. */
  isByPasskey: boolean;
}

/**
 * The same for somebody whose session or token has just been read. Where the team needs passkeys, whoever of it has used
 * none does no more than members do.
 */
export async function recogniseViewer(
  visit: Pick<Visit, "db" | "env" | "portal">,
  { user, isByPasskey }: Proof,
): Promise<{ viewer: User; needsPasskey: boolean }> {
  const isNeeded = visit.portal.settings.staffNeedPasskey && visit.env.STAFF_PASSKEYS !== "off";
  const needsPasskey = isNeeded && isStaff(user) && !isByPasskey;
  return { viewer: await asViewer(visit, needsPasskey ? { ...user, role: "member" } : user), needsPasskey };
}
