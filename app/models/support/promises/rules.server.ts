import { asc, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Db } from "#db/client.server";
import { supportPolicies, supportSchedules, supportTiers } from "#db/schema";
import { readSettings } from "../../core/settings/settings.server";
import { choosePolicy, type PolicyFacts } from "./policy";
import { readSchedule, type Schedule } from "./schedule";
import type { Promised, Promises } from "./targets";

export type Policy = typeof supportPolicies.$inferSelect;

type Tier = typeof supportTiers.$inferSelect;

/** What is promised, as it is set up. */
export interface PromiseRules {
  policies: Policy[];
  riskPercent: number;
  /** Whether it is promised also where Freshdesk is the desk. */
  isBesideFreshdesk: boolean;
  /** Those of a schedule; every hour where there is none. */
  scheduleOf: (id: number | null) => Schedule | null;
  policyFor: (facts: RequestFacts) => Policy | undefined;
  promisesFor: (facts: RequestFacts & { tier: number }) => Promises;
}

/** With the address of the requester. */
type RequestFacts = PolicyFacts & { address: string | null };

/** In the order in which they are asked. */
export const listPolicies = (db: Db) =>
  db.select().from(supportPolicies).orderBy(asc(supportPolicies.position), asc(supportPolicies.id));

export const listSchedules = (db: Db) => db.select().from(supportSchedules).orderBy(asc(supportSchedules.id));

/** What is promised stays so until the transaction ends. */
export async function holdRules(tx: Db): Promise<void> {
  await tx.execute(sql`lock table ${supportPolicies} in row share mode`);
}

/** Nobody settles what is promised to a ticket while that is changed, until the transaction ends. */
export async function holdBackTargets(tx: Db): Promise<void> {
  await tx.execute(sql`lock table ${supportPolicies} in exclusive mode`);
}

/** What would be promised instead. */
export interface OtherRules {
  policies?: (now: Policy[]) => Policy[];
  schedules?: (now: (typeof supportSchedules.$inferSelect)[]) => (typeof supportSchedules.$inferSelect)[];
  tiers?: (now: Tier[]) => Tier[];
  /** Those who come first: addresses and domains. */
  vips?: string[];
}

export async function readRules(db: Db, other: OtherRules = {}): Promise<PromiseRules> {
  const [nowPolicies, nowSchedules, nowTiers, settings] = await Promise.all([
    listPolicies(db),
    listSchedules(db),
    db.select().from(supportTiers),
    readSettings(db),
  ]);
  const policies = other.policies?.(nowPolicies) ?? nowPolicies;
  const schedules = other.schedules?.(nowSchedules) ?? nowSchedules;
  const tiers = other.tiers?.(nowTiers) ?? nowTiers;
  const { riskPercent, promisesBesideFreshdesk: isBesideFreshdesk } = settings;
  const policyFor = ({ address, ...facts }: RequestFacts) => {
    const isVip = other.vips?.some((one) => one === address || one === facts.domain) ?? facts.isVip;
    return choosePolicy(policies, { ...facts, isVip });
  };
  const named = new Map(schedules.map((schedule) => [schedule.id, scheduleOfRow(schedule, settings.timeZone)]));
  return {
    policies,
    riskPercent,
    isBesideFreshdesk,
    scheduleOf: (id) => (id === null ? null : (named.get(id) ?? null)),
    policyFor,
    promisesFor: ({ tier, ...facts }) => ({
      ...promisesOf(policyFor(facts)),
      ...(tier > 1 && tierPromise(tiers.find((one) => one.tier === tier))),
    }),
  };
}

function promisesOf(policy: Policy | undefined): Promises {
  if (!policy) return {};
  const { id: policyId, scheduleId, firstSeconds, nextSeconds, resolutionSeconds } = policy;
  const promised = (seconds: number | null): Promised | undefined =>
    seconds === null ? undefined : { policyId, scheduleId, seconds };
  return {
    first_response: promised(firstSeconds),
    next_response: promised(nextSeconds),
    resolution: promised(resolutionSeconds),
  };
}

function tierPromise(tier: Tier | undefined): Promises {
  const { responseSeconds: seconds = null, scheduleId = null } = tier ?? {};
  return seconds === null ? {} : { tier_response: { policyId: null, scheduleId, seconds } };
}

type ScheduleRow = Pick<typeof supportSchedules.$inferSelect, "timeZone" | "week" | "holidays">;

const known = new LRUCache<string, Schedule>({ max: 100 });

/** A schedule as the clock reads it; the same row always the same one, whose openings are worked out once. */
export function scheduleOfRow({ timeZone, week, holidays }: ScheduleRow, portalZone: string): Schedule {
  const zone = timeZone ?? portalZone;
  const name = JSON.stringify([zone, week, holidays]);
  const before = known.get(name);
  if (before) return before;
  const dates = holidays.map(({ date }) => date);
  const schedule = readSchedule(zone, week, dates);
  known.set(name, schedule);
  return schedule;
}
