import { and } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import { type Move, placeAfter, placed } from "../../core/in-order";
import type { User } from "../../core/users/viewer";
import { hasNumber } from "../tickets/hold-ticket.server";
import type { TicketNumber } from "../tickets/ticket-number";
import { handledTickets, standingTickets } from "../tickets/visible-tickets.server";
import { columnsOf, findPolicy } from "./edit-policies.server";
import { choosePolicy, unmetBy } from "./policy";
import type { PolicyDraft } from "./policy-draft";
import { listPolicies, type Policy } from "./rules.server";
import { selectTickets } from "./settle-targets.server";
import { type TriedRules, tryRules } from "./try-rules.server";

/** Of a policy that is only tried. */
const triedId = 0;

/** What a policy would mean for tickets under way; nothing is changed. Throws `forbidden`, `notFound` or `promiseNameless`. */
export async function tryPolicy(
  db: Db,
  viewer: User,
  draft: PolicyDraft,
  before: Policy | undefined,
): Promise<TriedRules> {
  const policy = { id: triedId, key: null, position: 0, ...before, ...columnsOf(draft, before ?? null) };
  return tryRules(db, viewer, { policies: (now) => placed(now, policy, draft.position) });
}

/** The same of a move, and the place, from 1 on, to which it leads; nothing changes where that is its own. Throws `forbidden` or `notFound`. */
export async function tryMove(db: Db, viewer: User, id: number, move: Move) {
  const policies = await listPolicies(db);
  const policy = findPolicy(policies, id);
  const place = placeAfter(policies, policy, move);
  return { place, tried: await tryRules(db, viewer, { policies: (now) => placed(now, policy, place) }) };
}

/** The same of a policy that would be deleted. Throws `forbidden`. */
export const tryDeletion = (db: Db, viewer: User, id: number): Promise<TriedRules> =>
  tryRules(db, viewer, { policies: (now) => now.filter((policy) => policy.id !== id) });

/**
 * Which policy a ticket has, and why not the others: the conditions of each that it does not meet. Undefined where there is
 * no such ticket for the viewer.
 */
export async function explainPolicies(db: Db, viewer: User, number: TicketNumber, policies: Policy[]) {
  const [found] = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(hasNumber(number), handledTickets(viewer), standingTickets()));
  const [facts] = found ? await selectTickets(db, [found.id]) : [];
  if (!facts) return;
  return {
    number,
    chosenId: choosePolicy(policies, facts)?.id,
    unmet: policies.map(({ id, conditions }) => ({ id, conditions: unmetBy(conditions, facts) })),
  };
}
