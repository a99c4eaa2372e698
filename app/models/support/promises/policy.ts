import type { PolicyConditions } from "#db/schema/support/promises";
import type { TicketPriority } from "#db/schema/support/tickets";

/** What policies know of a ticket. */
export interface PolicyFacts {
  categoryId: number;
  priority: TicketPriority;
  /** Of its category. */
  usualPriority: TicketPriority;
  tags: string[];
  /** Of its requester's company. */
  domain: string | null;
  isVip: boolean;
}

/** The first policy that a ticket fits. */
export const choosePolicy = <Policy extends { conditions: PolicyConditions; isOff: boolean }>(
  policies: readonly Policy[],
  facts: PolicyFacts,
): Policy | undefined => policies.find(({ conditions, isOff }) => !isOff && unmetBy(conditions, facts).length === 0);

/** What a policy asks for. */
export type Condition = "isVip" | "isUsual" | "categories" | "priorities" | "tags" | "companies";

/** The conditions of a policy that a ticket does not meet. */
export function unmetBy(conditions: PolicyConditions, facts: PolicyFacts): Condition[] {
  const { isVip, isUsual, categories, priorities, tags, companies } = conditions;
  const met: Record<Condition, boolean> = {
    isVip: !isVip || facts.isVip,
    isUsual: !isUsual || facts.priority === facts.usualPriority,
    categories: categories.length === 0 || categories.includes(facts.categoryId),
    priorities: priorities.length === 0 || priorities.includes(facts.priority),
    tags: tags.length === 0 || tags.some((tag) => facts.tags.includes(tag)),
    companies: companies.length === 0 || (facts.domain !== null && companies.includes(facts.domain)),
  };
  return (Object.keys(met) as Condition[]).filter((condition) => !met[condition]);
}
