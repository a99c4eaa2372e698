import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { ticketPeople, tickets, users } from "#db/schema";
import { mayAdminister, mayHandleTickets } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { highestTier } from "../escalations/escalation";

/** The tickets that somebody of the team handles; restricted ones are their assignee's, the highest tier's and the administrators'. */
export function handledTickets(viewer: Viewer): SQL | undefined {
  if (!viewer || !mayHandleTickets(viewer)) return sql`false`;
  if (mayAdminister(viewer)) return;
  return or(eq(tickets.isRestricted, false), eq(tickets.assigneeId, viewer.id), isOfHighestTier(sql`${viewer.id}`));
}

/** Somebody is of the tier that looks after what nobody else may read. */
export const isOfHighestTier = (userId: SQL): SQL =>
  sql`exists (select from support_tier_members where tier = ${highestTier} and user_id = ${userId})`;

/** Neither spam nor deleted. */
export const standingTickets = (): SQL | undefined => and(isNull(tickets.deletedAt), isNull(tickets.spamAt));

/** Those that lists and numbers are made of: the ones that were merged are read elsewhere. */
export const listedTickets = (): SQL | undefined => and(standingTickets(), isNull(tickets.mergedInto));

/** A row of `ticket_people` is somebody who is signed in: by their account, or by the address that is theirs. */
export const isViewerIn = (
  db: Db,
  { id }: Pick<User, "id">,
  { userId, email }: PeopleColumns = ticketPeople,
): SQL | undefined =>
  or(eq(userId, id), eq(email, sql`(${db.select({ email: users.email }).from(users).where(eq(users.id, id))})`));

interface PeopleColumns {
  userId: AnyPgColumn;
  email: AnyPgColumn;
}
