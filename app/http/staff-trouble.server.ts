import { findMailTrouble } from "~/models/deliveries/find-mail-trouble.server";
import { findFreshdeskTrouble } from "~/models/freshdesk/trouble.server";
import { isStaff } from "~/models/users/policy";
import type { StaffTrouble } from "~/ui/frame";
import type { Visit } from "./visit.server";

/** What the team is to know of on every page of theirs. */
export async function findStaffTrouble({ db, path, viewer, env }: Visit): Promise<StaffTrouble | undefined> {
  if (!path.startsWith("/staff") || !isStaff(viewer)) return undefined;
  const [mail, freshdesk] = await Promise.all([
    findMailTrouble(db),
    env.FRESHDESK_DOMAIN ? findFreshdeskTrouble(db) : undefined,
  ]);
  return { mail, freshdesk };
}
