import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { publish } from "#db/messages.server";
import { settings as rows } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { readSettings } from "../../core/settings/settings.server";
import type { SettingName, Settings } from "../../core/settings/table";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { findOutOfReach } from "./reach";

/** Of what a setting was and is, so many characters are told in the event. */
const mostTold = 300;

interface ChangeSettings {
  viewer: User;
  /** Those that a form has; the others stay. */
  values: Partial<Settings>;
  at?: Date;
}

/**
 * Sets up the portal, in all processes at once. Throws `forbidden`, and `settingsContradict` where settings do not go
 * together.
 */
export async function changeSettings(db: Db, { viewer, values, at = new Date() }: ChangeSettings): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    // One after the other: what goes together is judged by what stands there in the end.
    await tx.execute(sql`lock table ${rows} in share row exclusive mode`);
    const before = await readSettings(tx);
    const after = { ...before, ...values };
    judge(after);
    const names = (Object.keys(values) as SettingName[]).filter(
      (name) => !isDeepStrictEqual(before[name], after[name]),
    );
    if (names.length === 0) return;
    await tx
      .insert(rows)
      .values(names.map((name) => ({ name, value: after[name], changedAt: at })))
      .onConflictDoUpdate({
        target: rows.name,
        set: { value: sql`excluded.value`, changedAt: sql`excluded.changed_at` },
      });
    const changes = names.map((name) => ({ name, ...told(before[name], after[name]) }));
    await recordEvent(tx, { type: "settings.changed", actorId: viewer.id, data: { changes }, at });
    await publish(tx, "settings", "");
  });
}

function judge(settings: Settings): void {
  const { languages, defaultLanguage, statuses, domains } = settings;
  if (!languages.includes(defaultLanguage)) throw new DomainError("languageNotOffered", { field: "defaultLanguage" });
  const needsDomains = [settings.signUp, settings.whoPosts, settings.whoVotes, settings.whoComments].includes(
    "domains",
  );
  if (needsDomains && domains.length === 0) throw new DomainError("domainsMissing", { field: "domains" });
  if (findOutOfReach(statuses).length > 0) throw new DomainError("statusOutOfReach");
}

function told(from: unknown, to: unknown): { from?: unknown; to?: unknown } {
  return JSON.stringify([from, to]).length > mostTold ? {} : { from, to };
}
