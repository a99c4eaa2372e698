import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { figureSettings } from "#db/schema";
import type { ScoreWeights } from "#db/schema/insights/figures";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { scoreOf } from "./score.server";
import { holdFigureSettings } from "./settings.server";

interface WeighScore {
  viewer: User;
  weights: ScoreWeights;
  at?: Date;
}

/** Keeps how much each part counts, for everybody, and scores every post by it at once. Throws `forbidden`. */
export async function weighScore(db: Db, { viewer, weights, at = new Date() }: WeighScore): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { weights: from } = await holdFigureSettings(tx);
    await tx.update(figureSettings).set({ weights });
    const score = scoreOf(weights);
    await tx.execute(sql`update post_figures set score = ${score} where score is distinct from ${score}`);
    await recordEvent(tx, { type: "score.weighed", actorId: viewer.id, data: { from, to: weights }, at });
  });
}
