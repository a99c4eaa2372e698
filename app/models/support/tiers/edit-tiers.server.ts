import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { supportTierMembers, supportTiers, supportVips, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { handlers, mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { everyTier } from "../escalations/escalation";
import { askForRenewal } from "../promises/renew-promises.server";
import { type TriedRules, tryRules } from "../promises/try-rules.server";
import type { TierDraft } from "./draft";

interface Edit {
  viewer: User;
  at?: Date;
}

/** Says who is of a tier, and within which time they respond. Throws `forbidden` or `notFound`. */
export async function editTier(
  db: Db,
  { viewer, tier, draft, at = new Date() }: Edit & { tier: number; draft: TierDraft },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  if (!everyTier.some((one) => one === tier)) throw new DomainError("notFound");
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(supportTiers).where(eq(supportTiers.tier, tier)).for("update");
    const promised = promisedBy(draft);
    await tx
      .insert(supportTiers)
      .values({ tier, ...promised })
      .onConflictDoUpdate({ target: supportTiers.tier, set: promised });
    await tx.delete(supportTierMembers).where(eq(supportTierMembers.tier, tier));
    const team = await tx
      .select({ userId: users.id })
      .from(users)
      .where(and(inArray(users.id, draft.members), inArray(users.role, [...handlers])));
    if (team.length > 0) await tx.insert(supportTierMembers).values(team.map((one) => ({ tier, ...one })));
    await recordEvent(tx, { type: "support_tier.edited", actorId: viewer.id, data: { tier }, at });
    const { responseSeconds = null, scheduleId = null } = before ?? {};
    const isSame = responseSeconds === promised.responseSeconds && scheduleId === promised.scheduleId;
    if (!isSame) await askForRenewal(tx, at);
  });
}

const promisedBy = ({ response, schedule }: TierDraft) => ({ responseSeconds: response, scheduleId: schedule || null });

/** What the time of a tier would mean for tickets under way; nothing is changed. Throws `forbidden`. */
export const tryTier = (db: Db, viewer: User, tier: number, draft: TierDraft): Promise<TriedRules> =>
  tryRules(db, viewer, {
    tiers: (now) => [...now.filter((one) => one.tier !== tier), { tier, ...promisedBy(draft) }],
  });

/** What it would mean for tickets under way that these come first; nothing is changed. Throws `forbidden`. */
export const tryVips = (db: Db, viewer: User, vips: string[]): Promise<TriedRules> => tryRules(db, viewer, { vips });

/** Says which people, by address, and which companies, by domain, come first. Throws `forbidden`. */
export async function editVips(db: Db, { viewer, vips, at = new Date() }: Edit & { vips: string[] }): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const before = (await tx.select({ address: supportVips.address }).from(supportVips)).map(({ address }) => address);
    const added = vips.filter((address) => !before.includes(address));
    const removed = before.filter((address) => !vips.includes(address));
    if (added.length + removed.length === 0) return;
    if (removed.length > 0) await tx.delete(supportVips).where(inArray(supportVips.address, removed));
    if (added.length > 0)
      await tx
        .insert(supportVips)
        .values(added.map((address) => ({ address, addedBy: viewer.id, addedAt: at })))
        .onConflictDoNothing();
    const data = { added: added.length, removed: removed.length };
    await recordEvent(tx, { type: "support_vips.edited", actorId: viewer.id, data, at });
    await askForRenewal(tx, at);
  });
}
