import type { ScoreMethod, ScoreWeights } from "#db/schema/insights/figures";

export const scoreMethods = ["sum", "rice"] as const satisfies ScoreMethod[];

/** Work that a post counts as where nobody has said how much it is. */
export const usualEffort = 3;

/** The presets; the first is what a portal begins with. */
export const presets: Record<ScoreMethod, ScoreWeights> = {
  sum: { method: "sum", votes: 1, reach: 5, value: 1, momentum: 1, effort: 0.2 },
  rice: { method: "rice", votes: 1, reach: 5, value: 1, momentum: 0, effort: 0 },
};

/** The figures of a post that its score is calculated from. */
export interface Figures {
  votes: number;
  companies: number;
  value: number;
  votesRecent: number;
  trend: number;
  /** 0 where nobody has said. */
  effort: number;
}

export interface SumParts {
  method: "sum";
  votes: number;
  reach: number;
  value: number;
  momentum: number;
  divisor: number;
  score: number;
}

export interface RiceParts {
  method: "rice";
  reach: number;
  impact: number;
  confidence: number;
  divisor: number;
  score: number;
}

/** Value is weighed by the thousand. */
export const valueUnit = 1000;

/** Points of weighed value from which on the impact is so large, in RICE's own steps. */
export const impacts = [
  { from: 100, impact: 3 },
  { from: 25, impact: 2 },
  { from: 5, impact: 1 },
] as const;

/** Each part of a score, as the page spells it out; score.server.ts says the same in SQL. */
export function calculate(figures: Figures, weights: ScoreWeights): SumParts | RiceParts {
  const effort = figures.effort || usualEffort;
  const votes = weights.votes * figures.votes;
  const reach = weights.reach * figures.companies;
  const value = (weights.value * figures.value) / valueUnit;
  if (weights.method === "rice") {
    const [impact, confidence] = [impactOf(value), confidenceOf(figures)];
    const score = ((votes + reach) * impact * confidence) / effort;
    return { method: "rice", reach: votes + reach, impact, confidence, divisor: effort, score };
  }
  const momentum = weights.momentum * figures.trend;
  const divisor = 1 + weights.effort * effort;
  const score = (votes + reach + value + momentum) / divisor;
  return { method: "sum", votes, reach, value, momentum, divisor, score };
}

function impactOf(value: number): number {
  return impacts.find(({ from }) => value >= from)?.impact ?? (value > 0 ? 0.5 : 0.25);
}

/** Full where a post gains votes at least as fast as before, half where nobody has voted for a month. */
function confidenceOf({ votesRecent, trend }: Figures): number {
  if (votesRecent === 0) return 0.5;
  return trend >= 0 ? 1 : 0.8;
}
