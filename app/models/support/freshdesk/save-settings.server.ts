import type { Db } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { changeSettings, findSettings } from "./settings.server";
import { canFollowRules, type FreshdeskDraft } from "./settings-draft";

interface SaveSettings {
  viewer: User;
  draft: FreshdeskDraft;
  at?: Date;
}

/**
 * Decides what Freshdesk hears of a move, and what the portal makes of a ticket. Throws `forbidden`, `ruleImpossible`
 * or `fieldUnknown`.
 */
export async function saveFreshdeskSettings(db: Db, { viewer, draft, at = new Date() }: SaveSettings): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  if (!canFollowRules(draft.rules)) throw new DomainError("ruleImpossible", { field: "rules" });
  await db.transaction(async (tx) => {
    const before = await findSettings(tx);
    for (const field of ["addressField", "numberField"] as const) {
      const known = before.fields?.some(({ name, isCustom }) => isCustom && name === draft[field]) ?? true;
      if (draft[field] && !known) throw new DomainError("fieldUnknown", { field });
    }
    const fields = (Object.keys(draft) as (keyof FreshdeskDraft)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(draft[field]),
    );
    if (fields.length === 0) return;
    const since = before.desk === "off" ? at : before.deskSince;
    await changeSettings(tx, {
      ...draft,
      ...(fields.includes("rules") && { rulesBy: viewer.id }),
      ...(fields.includes("desk") && { deskSince: draft.desk === "off" ? null : since }),
    });
    await recordEvent(tx, { type: "freshdesk.settings_changed", actorId: viewer.id, data: { fields }, at });
  });
}
