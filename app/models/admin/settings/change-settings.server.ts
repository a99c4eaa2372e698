import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { publish } from "#db/messages.server";
import { passkeys, settings as rows } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { versionOf } from "../../core/settings/section-version.server";
import { readSettings } from "../../core/settings/settings.server";
import { isPicture, type Section, type SettingName, type Settings } from "../../core/settings/table";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { askForRenewal } from "../../support/promises/renew-promises.server";
import { findOutOfReach } from "./reach";

/** That there is no such picture; the column itself is never null. */
const none = sql`'null'::jsonb`;

/** Of what a setting was and is, so many characters are told in the event. */
const mostTold = 300;

/** What times are promised depends on these. */
const promising: SettingName[] = ["timeZone", "riskPercent", "promisesBesideFreshdesk"];

interface ChangeSettings {
  viewer: User;
  /** Those that a form has; the others stay. */
  values: Partial<Settings>;
  /** What whoever changes them has seen of them; anything, where it is missing. */
  seen?: { section: Section; version: string };
  at?: Date;
}

/**
 * Sets up the portal, in all processes at once. Throws `forbidden`, `ownPasskeyFirst`, and where settings do not go together
 * `languageNotOffered`, `domainsMissing` or `statusOutOfReach`; `settingsChangedMeanwhile` where they are others by now than
 * were seen.
 */
export async function changeSettings(db: Db, { viewer, values, seen, at = new Date() }: ChangeSettings): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    // One after the other: what goes together is judged by what stands there in the end.
    await tx.execute(sql`lock table ${rows} in share row exclusive mode`);
    const before = await readSettings(tx);
    if (seen && seen.version !== versionOf(seen.section, before)) throw new DomainError("settingsChangedMeanwhile");
    const after = { ...before, ...values };
    judge(after);
    if (after.staffNeedPasskey && !before.staffNeedPasskey) await requireOwnPasskey(tx, viewer);
    const names = (Object.keys(values) as SettingName[]).filter(
      (name) => !isDeepStrictEqual(before[name], after[name]),
    );
    if (names.length === 0) return;
    await tx
      .insert(rows)
      .values(names.map((name) => ({ name, value: after[name] ?? none, changedAt: at })))
      .onConflictDoUpdate({
        target: rows.name,
        set: { value: sql`excluded.value`, changedAt: sql`excluded.changed_at` },
      });
    const changes = names.map((name) => ({ name, ...told(name, before[name], after[name]) }));
    await recordEvent(tx, { type: "settings.changed", actorId: viewer.id, data: { changes }, at });
    if (names.some((name) => promising.includes(name))) await askForRenewal(tx, at);
    await publish(tx, "settings", "");
  });
}

/** Whoever has the team need passkeys can switch that off again. */
async function requireOwnPasskey(tx: Db, { id }: User): Promise<void> {
  const own = await tx.$count(passkeys, eq(passkeys.userId, id));
  if (own === 0) throw new DomainError("ownPasskeyFirst", { field: "staffNeedPasskey" });
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

/** Of a picture, that it is another. */
function told(name: SettingName, from: unknown, to: unknown): { from?: unknown; to?: unknown } {
  if (isPicture(name)) return {};
  return JSON.stringify([from, to]).length > mostTold ? {} : { from, to };
}
