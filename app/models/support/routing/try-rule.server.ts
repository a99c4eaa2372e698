import type { Db } from "#db/client.server";
import type { RuleActions } from "#db/schema/support/ticket-rules";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { TicketNumber } from "../tickets/ticket-number";
import { handledTickets } from "../tickets/visible-tickets.server";
import type { RuleDraft } from "./draft";
import { columnsOf } from "./edit-rules.server";
import { chooseAssignee, fits } from "./rule";
import { countLoads, listFacts } from "./ticket-facts.server";

/** So many tickets are looked at. */
const mostTried = 100;

export interface Tried {
  number: TicketNumber;
  subject: string;
  actions: Omit<RuleActions, "assign">;
  /** Whose it would be. */
  assigneeId: string | undefined;
}

/**
 * Of the newest tickets, those that a rule would have acted on, and what it would have done; nothing is changed. Throws
 * `forbidden`, `ruleIdle` or `ruleForNobody`.
 */
export async function tryRule(db: Db, viewer: User, draft: RuleDraft): Promise<Tried[]> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { occasion, conditions, actions } = columnsOf(draft);
  const { assign, ...others } = actions;
  const newest = await listFacts(db, occasion, handledTickets(viewer), mostTried);
  const loads = await countLoads(db, assign?.among ?? []);
  let last: string | null = null;
  const tried: Tried[] = [];
  for (const facts of newest.filter((one) => fits(conditions, one)).reverse()) {
    const assigneeId: string | undefined = assign && chooseAssignee(assign, last, loads);
    if (assigneeId) {
      last = assigneeId;
      loads.set(assigneeId, (loads.get(assigneeId) ?? 0) + 1);
    }
    tried.push({ number: facts.number, subject: facts.subject, actions: others, assigneeId });
  }
  return tried.reverse();
}
