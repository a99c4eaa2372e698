import { type SQL, sql } from "drizzle-orm";
import type { ScoreWeights } from "#db/schema/insights/figures";
import { impacts, usualEffort, valueUnit } from "./score";

/** The score of a row with the columns of `post_figures`; score.ts says the same for people. */
export function scoreOf(weights: ScoreWeights): SQL {
  const weight = (name: Exclude<keyof ScoreWeights, "method">) => sql`${weights[name]}::float8`;
  const effort = sql`coalesce(nullif(effort, 0), ${sql.raw(String(usualEffort))})`;
  const people = sql`${weight("votes")} * votes + ${weight("reach")} * companies`;
  const value = sql`${weight("value")} * value / ${sql.raw(String(valueUnit))}`;
  if (weights.method === "rice") return sql`(${people}) * ${impactOf(value)} * ${confidence} / ${effort}`;
  return sql`(${people} + ${value} + ${weight("momentum")} * trend) / (1 + ${weight("effort")} * ${effort})`;
}

function impactOf(value: SQL): SQL {
  const steps = impacts.map(({ from, impact }) => sql`when ${value} >= ${sql.raw(`${from} then ${impact}`)}`);
  return sql`(case ${sql.join(steps, sql` `)} when ${value} > 0 then 0.5 else 0.25 end)`;
}

const confidence = sql`(case when votes_recent = 0 then 0.5 when trend >= 0 then 1 else 0.8 end)`;
