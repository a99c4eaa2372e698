import { and, gt, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketSuggestions } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

export interface SuggestionFigures {
  /** Forms for which there was something to suggest. */
  forms: number;
  opened: number;
  /** "That answers it". */
  said: number;
  /** Opened a suggestion, said nothing and sent nothing. */
  supposed: number;
  sent: number;
}

const hour = 60 * 60_000;
const days = 90;

/**
 * What came of suggestions, of those who were shown some and of those who were not, in the last ninety days. Forms of the last
 * hour may still be sent, and do not count. Throws `forbidden`.
 */
export async function countSuggestions(
  db: Db,
  viewer: User,
  at = new Date(),
): Promise<Record<"shown" | "heldOut", SuggestionFigures>> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const { isHeldOut, startedAt, openedAt, saidAt, sentAt } = ticketSuggestions;
  const count = (condition = sql`true`) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const found = await db
    .select({
      isHeldOut,
      forms: count(),
      opened: count(sql`${openedAt} is not null`),
      said: count(sql`${saidAt} is not null and ${sentAt} is null`),
      supposed: count(sql`${openedAt} is not null and ${saidAt} is null and ${sentAt} is null`),
      sent: count(sql`${sentAt} is not null`),
    })
    .from(ticketSuggestions)
    .where(and(gt(startedAt, new Date(at.getTime() - days * 24 * hour)), lt(startedAt, new Date(at.getTime() - hour))))
    .groupBy(isHeldOut);
  const none = { forms: 0, opened: 0, said: 0, supposed: 0, sent: 0 };
  const figuresOf = (group: boolean) => ({ ...none, ...found.find((one) => one.isHeldOut === group) });
  return { shown: figuresOf(false), heldOut: figuresOf(true) };
}
