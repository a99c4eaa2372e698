import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { keptForms } from "#db/schema";

/** How long the form of somebody whose session had ended is kept. */
const formLife = 60 * 60_000;

/** A form that was sent after the session had ended, kept until its sender is back. */
export interface KeptForm {
  /** The page that it was sent from. */
  path: string;
  /** Where it was sent to. */
  action: string;
  fields: [name: string, value: string][];
}

const mostCharacters = 300_000;
const mostFields = 200;
/** The most forms that are kept of everybody together: the oldest give way. */
const mostForms = 2000;

/** Keeps a form for the browser (hashed) that sent it, instead of the one before. What is too large is not kept. */
export async function keepForm(
  db: Db,
  { browser, at = new Date(), ...form }: KeptForm & { browser: string; at?: Date },
): Promise<void> {
  if (form.fields.length > mostFields || JSON.stringify(form).length > mostCharacters) return;
  const kept = { ...form, createdAt: at };
  await db
    .insert(keptForms)
    .values({ browser, ...kept })
    .onConflictDoUpdate({ target: keptForms.browser, set: kept });
  await db.execute(sql`delete from kept_forms where browser in
    (select browser from kept_forms order by created_at desc offset ${mostForms})`);
}

export async function findKeptForm(db: Db, browser: string, at = new Date()): Promise<KeptForm | undefined> {
  const { path, action, fields } = keptForms;
  const isFresh = gt(keptForms.createdAt, new Date(at.getTime() - formLife));
  const [form] = await db
    .select({ path, action, fields })
    .from(keptForms)
    .where(and(eq(keptForms.browser, browser), isFresh));
  return form;
}

export async function dropKeptForm(db: Db, browser: string): Promise<void> {
  await db.delete(keptForms).where(eq(keptForms.browser, browser));
}
