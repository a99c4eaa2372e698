import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { supportSchedules, supportTierMembers, supportTiers, supportVips, users } from "#db/schema";
import { everyTier } from "../escalations/escalation";

/** The tiers, from the lowest, with who is of them. Its caller knows that the reader administers the portal. */
export async function listTiers(db: Db) {
  const [tiers, members] = await Promise.all([
    db.select().from(supportTiers),
    db
      .select({ tier: supportTierMembers.tier, id: users.id, name: users.name })
      .from(supportTierMembers)
      .innerJoin(users, eq(users.id, supportTierMembers.userId))
      .orderBy(asc(users.name), asc(users.id)),
  ]);
  return everyTier.map((tier) => {
    const { responseSeconds = null, scheduleId = null } = tiers.find((one) => one.tier === tier) ?? {};
    return { tier, responseSeconds, scheduleId, members: members.filter((one) => one.tier === tier) };
  });
}

/** Schedules to choose from. */
export const listScheduleNames = (db: Db) =>
  db
    .select({ id: supportSchedules.id, key: supportSchedules.key, name: supportSchedules.name })
    .from(supportSchedules)
    .orderBy(sql`${supportSchedules.key} nulls last`, asc(supportSchedules.name));

/** Those who come first: people by address, companies by domain. */
export const listVips = (db: Db) =>
  db.select({ address: supportVips.address }).from(supportVips).orderBy(asc(supportVips.address));
