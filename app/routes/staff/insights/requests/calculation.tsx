import type { ScoreWeights } from "#db/schema/insights/figures";
import { calculate, type Figures, usualEffort } from "~/models/insights/figures/score";
import { useWords } from "~/ui/frame";

/** A score that opens to how it came about, in numbers. */
export function Calculation({ figures, weights }: { figures: Figures; weights: ScoreWeights }) {
  const { t, number } = useWords();
  const { score } = calculate(figures, weights);
  return (
    <details>
      <summary className="cursor-pointer font-medium">
        {number(round(score))}
        <span className="sr-only"> {t("requests.calculation.open")}</span>
      </summary>
      <CalculationLines figures={figures} weights={weights} />
    </details>
  );
}

/** The parts of a score, a line each. */
export function CalculationLines({ figures, weights }: { figures: Figures; weights: ScoreWeights }) {
  const { t, number } = useWords();
  const n = (value: number) => number(round(value));
  const parts = calculate(figures, weights);
  const effort = n(figures.effort || usualEffort);
  const product = (weight: number, figure: string) => `${n(weight)} × ${figure}`;
  const lines =
    parts.method === "sum"
      ? [
          { name: "votes", sum: product(weights.votes, n(figures.votes)), is: n(parts.votes) },
          { name: "reach", sum: product(weights.reach, n(figures.companies)), is: n(parts.reach) },
          { name: "value", sum: `${product(weights.value, n(figures.value))} ÷ ${n(1000)}`, is: n(parts.value) },
          { name: "momentum", sum: product(weights.momentum, n(figures.trend)), is: n(parts.momentum) },
          { name: "effort", sum: `÷ (${n(1)} + ${product(weights.effort, effort)})`, is: `÷ ${n(parts.divisor)}` },
        ]
      : [
          {
            name: "riceReach",
            sum: `${product(weights.votes, n(figures.votes))} + ${product(weights.reach, n(figures.companies))}`,
            is: n(parts.reach),
          },
          {
            name: "impact",
            sum: `${product(weights.value, n(figures.value))} ÷ ${n(1000)} →`,
            is: `× ${n(parts.impact)}`,
          },
          {
            name: "confidence",
            sum: `${n(figures.votesRecent)} (${n(figures.trend)}) →`,
            is: `× ${n(parts.confidence)}`,
          },
          { name: "effort", sum: effort, is: `÷ ${effort}` },
        ];
  return (
    <dl className="mt-2 grid grid-cols-[auto_auto_auto] gap-x-3 gap-y-1 text-start text-xs font-normal">
      {lines.map(({ name, sum, is }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{t(`requests.part.${name as "votes"}`)}</dt>
          <dd dir="ltr" className="whitespace-nowrap">
            {sum}
          </dd>
          <dd dir="ltr" className="text-end font-medium whitespace-nowrap">
            {is}
          </dd>
        </div>
      ))}
      <div className="contents">
        <dt className="font-medium">{t("requests.column.score")}</dt>
        <dd />
        <dd dir="ltr" className="text-end font-semibold">
          {n(parts.score)}
        </dd>
      </div>
    </dl>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
