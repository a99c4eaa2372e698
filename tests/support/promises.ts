import { supportPolicies, supportSchedules } from "#db/schema";
import type { PolicyConditions } from "#db/schema/support/promises";
import { db } from "./database";

const workday: [string, string][] = [["09:00", "17:00"]];

/** A schedule of workdays from nine to five, as one is added in settings. */
export async function addSchedule(more: Partial<typeof supportSchedules.$inferInsert> = {}): Promise<number> {
  const week = [workday, workday, workday, workday, workday, [], []];
  const [schedule] = await db
    .insert(supportSchedules)
    .values({ name: "Office", timeZone: "UTC", week, ...more })
    .returning({ id: supportSchedules.id });
  return schedule?.id ?? 0;
}

type Policy = typeof supportPolicies.$inferInsert;

/** A policy that every ticket fits, but for what is said otherwise. */
export async function addPolicy(
  conditions: Partial<PolicyConditions>,
  more: Partial<Omit<Policy, "conditions">> = {},
): Promise<number> {
  const any = { categories: [], priorities: [], tags: [], companies: [] };
  const [policy] = await db
    .insert(supportPolicies)
    .values({ name: "Promise", position: 1, ...more, conditions: { ...any, ...conditions } })
    .returning({ id: supportPolicies.id });
  return policy?.id ?? 0;
}
