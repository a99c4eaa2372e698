import { isStaff } from "~/models/core/users/policy";
import { findFreshdeskTrouble } from "~/models/support/freshdesk/trouble.server";
import { findPagingTrouble } from "~/models/support/paging/paging-trouble.server";
import { findMailTrouble } from "~/models/telling/deliveries/find-mail-trouble.server";
import type { StaffTrouble } from "~/ui/frame";
import type { Visit } from "./visit.server";

/** Trouble with mail, Freshdesk and pages, for pages of the team; undefined on all others. */
export async function findStaffTrouble({ db, path, viewer, env }: Visit): Promise<StaffTrouble | undefined> {
  if (!path.startsWith("/staff") || !isStaff(viewer)) return undefined;
  const [mail, freshdesk, paging] = await Promise.all([
    findMailTrouble(db),
    env.FRESHDESK_DOMAIN ? findFreshdeskTrouble(db) : undefined,
    env.PAGERDUTY_ROUTING_KEY ? findPagingTrouble(db) : undefined,
  ]);
  return { mail, freshdesk, paging };
}
