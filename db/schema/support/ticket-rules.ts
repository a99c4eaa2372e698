import { boolean, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { TicketPriority } from "./tickets";

/** What a rule waits for: a new ticket, a message of its requester's, another category or another priority. */
export const ruleOccasion = pgEnum("rule_occasion", ["opened", "answered", "categorized", "prioritized"]);

export type RuleOccasion = (typeof ruleOccasion.enumValues)[number];

/** Whom a rule gives a ticket to: the team's members in turn, or whoever has the fewest under way. */
export type RuleAssignment = "turns" | "fewest";

/** What has to be true of a ticket: of each list that is not empty, one. */
export interface RuleConditions {
  /** Words, or several that follow each other, in its subject or in what was said. */
  words: string[];
  categories: number[];
  /** Domains of companies. */
  companies: string[];
  languages: string[];
  /** Of its requester: addresses, or domains of them. */
  addresses: string[];
}

/** What a rule does with a ticket. */
export interface RuleActions {
  assign?: { how: RuleAssignment; among: string[] };
  priority?: TicketPriority;
  tags: string[];
  /** A saved reply that its requester gets. */
  replyId?: number;
  tier?: number;
}

/** What the portal does with tickets by itself, in the order of `position`. */
export const ticketRules = pgTable("ticket_rules", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  position: integer().notNull(),
  occasion: ruleOccasion().notNull(),
  conditions: jsonb().$type<RuleConditions>().notNull(),
  actions: jsonb().$type<RuleActions>().notNull(),
  isOff: boolean().notNull().default(false),
  /** Whom it gave a ticket to last: the next one has the next turn. */
  lastAssignee: uuid(),
});
