import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { demandSettings } from "#db/schema";
import type { ScoreWeights } from "#db/schema/insights/demand";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { presets } from "./score";

export interface DemandState {
  weights: ScoreWeights;
  countedAt: Date | null;
}

/** By which weights posts are scored, and when their figures were last right. */
export async function findDemandState(db: Db): Promise<DemandState> {
  const { weights, countedAt } = demandSettings;
  const [row] = await db.select({ weights, countedAt }).from(demandSettings).where(eq(demandSettings.id, 1));
  return { weights: row?.weights ?? presets.sum, countedAt: row?.countedAt ?? null };
}

/** The row itself, held until the transaction ends; made where it is missing. */
export async function holdDemandSettings(tx: Db) {
  await tx.insert(demandSettings).values({ id: 1 }).onConflictDoNothing();
  const [row] = await tx.select().from(demandSettings).where(eq(demandSettings.id, 1)).for("update");
  if (!row) throw new Error("There is no row of demand settings.");
  return row;
}

/** Has all figures and charts counted anew by a job, soon. */
export async function askForCount(db: Db, viewer: Viewer): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(countAnew);
}

/** The same within a command that changes what is counted. */
export async function countAnew(tx: Db): Promise<void> {
  await tx
    .insert(demandSettings)
    .values({ id: 1 })
    .onConflictDoUpdate({ target: demandSettings.id, set: { allCountedAt: sql`null` } });
  await enqueue(tx, [{ name: "refresh-figures", data: {} }]);
}
