import type { RuleActions, RuleAssignment, RuleConditions, RuleOccasion } from "#db/schema/support/ticket-rules";
import { findPhrase } from "../../core/search-index/find-phrase";
import { domainOf } from "../../core/text/address";

export const ruleOccasions = ["opened", "answered", "categorized", "prioritized"] as const satisfies RuleOccasion[];

export const ruleAssignments = ["turns", "fewest"] as const satisfies RuleAssignment[];

/** What rules know of a ticket. */
export interface TicketFacts {
  subject: string;
  /** What its requester has said that the rule is asked about. */
  text: string;
  categoryId: number;
  /** Of its requester's company. */
  domain: string | null;
  language: string;
  address: string | null;
}

/** Whether a ticket is one that a rule is for. */
export function fits(conditions: RuleConditions, facts: TicketFacts): boolean {
  const { words, categories, companies, languages, addresses } = conditions;
  return (
    isAmong(categories, facts.categoryId) &&
    isAmong(companies, facts.domain) &&
    isAmong(languages, facts.language) &&
    (addresses.length === 0 || addresses.some((one) => isAddress(one, facts.address ?? ""))) &&
    (words.length === 0 || findPhrase(words, `${facts.subject}\n${facts.text}`) !== undefined)
  );
}

const isAmong = <One>(wanted: One[], is: One | null): boolean =>
  wanted.length === 0 || (is !== null && wanted.includes(is));

const isAddress = (wanted: string, address: string): boolean =>
  wanted === address || wanted.replace(/^@/, "") === domainOf(address);

/** How many tickets under way somebody of the team has, by their id. */
export type Loads = Map<string, number>;

/** Whose ticket it is to be: of those who are there, the next in turn, or of them whoever has the fewest. */
export function chooseAssignee(
  { how, among }: NonNullable<RuleActions["assign"]>,
  last: string | null,
  loads: Loads,
): string | undefined {
  const from = last === null ? 0 : among.indexOf(last) + 1;
  const inTurn = [...among.slice(from), ...among.slice(0, from)].filter((id) => loads.has(id));
  if (how === "turns") return inTurn[0];
  return inTurn.reduce<string | undefined>(
    (best, id) => (best !== undefined && (loads.get(best) ?? 0) <= (loads.get(id) ?? 0) ? best : id),
    undefined,
  );
}
