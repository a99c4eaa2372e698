import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { demandSettings } from "#db/schema";
import type { ScoreWeights } from "#db/schema/insights/demand";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { scoreOf } from "./score.server";
import { holdDemandSettings } from "./settings.server";

interface WeighScore {
  viewer: User;
  weights: ScoreWeights;
  at?: Date;
}

/** Keeps how much each part counts, for everybody, and scores every post by it at once. */
export async function weighScore(db: Db, { viewer, weights, at = new Date() }: WeighScore): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { weights: from } = await holdDemandSettings(tx);
    await tx.update(demandSettings).set({ weights });
    const score = scoreOf(weights);
    await tx.execute(sql`update post_figures set score = ${score} where score is distinct from ${score}`);
    await recordEvent(tx, { type: "score.weighed", actorId: viewer.id, data: { from, to: weights }, at });
  });
}
