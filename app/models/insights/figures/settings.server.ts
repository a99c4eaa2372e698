import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { figureSettings } from "#db/schema";
import type { ScoreWeights } from "#db/schema/insights/figures";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { presets } from "./score";

export interface FiguresState {
  weights: ScoreWeights;
  countedAt: Date | null;
}

/** By which weights posts are scored, and when their figures were last right. */
export async function findFiguresState(db: Db): Promise<FiguresState> {
  const { weights, countedAt } = figureSettings;
  const [row] = await db.select({ weights, countedAt }).from(figureSettings).where(eq(figureSettings.id, 1));
  return { weights: row?.weights ?? presets.sum, countedAt: row?.countedAt ?? null };
}

/** Locks the row until the transaction ends; creates it where it is missing. */
export async function holdFigureSettings(tx: Db) {
  await tx.insert(figureSettings).values({ id: 1 }).onConflictDoNothing();
  const [row] = await tx.select().from(figureSettings).where(eq(figureSettings.id, 1)).for("update");
  if (!row) throw new Error("There is no row of settings for figures.");
  return row;
}

/** Has all figures and charts counted anew by a job, soon. Throws `forbidden`. */
export async function askForCount(db: Db, viewer: Viewer): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(countAnew);
}

/** Asks for a count within a command that changes what is counted. */
export async function countAnew(tx: Db): Promise<void> {
  await tx
    .insert(figureSettings)
    .values({ id: 1 })
    .onConflictDoUpdate({ target: figureSettings.id, set: { allCountedAt: sql`null` } });
  await enqueue(tx, [{ name: "refresh-figures", data: {} }]);
}
