import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskSettings } from "#db/schema";

export type FreshdeskSettingsRow = typeof freshdeskSettings.$inferSelect;

const one = eq(freshdeskSettings.id, 1);

/** How this portal and its Freshdesk go together. */
export async function findSettings(db: Db): Promise<FreshdeskSettingsRow> {
  const [settings] = await db.select().from(freshdeskSettings).where(one);
  if (settings) return settings;
  await db.insert(freshdeskSettings).values({ id: 1 }).onConflictDoNothing();
  const [made] = await db.select().from(freshdeskSettings).where(one);
  if (!made) throw new Error("The settings of Freshdesk cannot be made.");
  return made;
}

export async function changeSettings(
  db: Db,
  values: Partial<Omit<typeof freshdeskSettings.$inferInsert, "id">>,
): Promise<void> {
  await db
    .insert(freshdeskSettings)
    .values({ id: 1, ...values })
    .onConflictDoUpdate({ target: freshdeskSettings.id, set: values });
}

/** Whether anything may go to Freshdesk at present. */
export const isAtWork = ({ pausedAt, disconnectedAt, brokenAt }: FreshdeskSettingsRow): boolean =>
  !pausedAt && !disconnectedAt && !brokenAt;
