/** Endpoints with a limit of their own beside the account's. */
export type Endpoint = "create" | "update" | "list" | "contacts";

/** What Freshdesk's plans allow per minute, told by their total. */
const plans: Record<number, Record<Endpoint, number>> = {
  200: { create: 80, update: 80, list: 20, contacts: 20 },
  400: { create: 160, update: 160, list: 100, contacts: 100 },
  700: { create: 280, update: 280, list: 200, contacts: 200 },
  1000: { create: 400, update: 400, list: 300, contacts: 300 },
  2000: { create: 800, update: 800, list: 400, contacts: 400 },
};

/** What a trial has, which is the least; so much is reckoned with until Freshdesk says more. */
export const assumedTotal = 50;

/** An endpoint's own limit; for a total that no plan has, the smallest shares that any plan gives. */
export function limitOf(endpoint: Endpoint, total: number): number {
  if (total <= assumedTotal) return total;
  const share = endpoint === "create" || endpoint === "update" ? 0.4 : 0.1;
  return plans[total]?.[endpoint] ?? Math.floor(total * share);
}
