import { findMailTrouble, type MailTrouble } from "~/models/deliveries/find-mail-trouble.server";
import { isStaff } from "~/models/users/policy";
import type { Visit } from "./visit.server";

/** What the team is to know of on every page of theirs. */
export async function findStaffTrouble({ db, path, viewer }: Visit): Promise<MailTrouble | undefined> {
  return path.startsWith("/staff") && isStaff(viewer) ? findMailTrouble(db) : undefined;
}
