import { isStaff } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { asViewer } from "~/models/feedback/boards/as-viewer.server";
import type { Visit } from "./visit.server";

interface Proof {
  user: User;
  /** Whether they have proved by a passkey that it is they. */
  isByPasskey: boolean;
}

/**
 * Somebody whose session or token has just been read, with what this portal keeps them from and shares with them. Where the team needs passkeys, whoever of it has used
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
