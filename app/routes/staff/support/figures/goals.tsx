import type { ReactNode } from "react";
import type { DeskFigures } from "~/models/insights/desk/desk-figures";
import { ratings } from "~/models/support/tickets/ratings";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { TicketsLink } from "./tickets-link";
import { useHours } from "./use-hours";

const hour = 3600;
/** What the team has set itself. */
const goals = { firstResponse: 4 * hour, resolution: 48 * hour, rating: 4, promise: 0.95 };

/** The few numbers that matter most, beside what they should be. */
export function Goals({ figures, from }: { figures: Omit<DeskFigures, "agents">; from: string }) {
  const { t, number, percent } = useWords();
  const hours = useHours();
  const medianOf = (kind: string) => figures.times.find((one) => one.kind === kind)?.hours?.median;
  const { met, late } = figures.promise;
  const kept = met + late > 0 ? met / (met + late) : undefined;
  const { rating } = figures;
  const [first, resolution] = [medianOf("first_response"), medianOf("resolution")];
  const rows = [
    {
      name: "firstResponse",
      goal: t("deskFigures.under", { value: hours(goals.firstResponse) }),
      value: hours(first),
      isMet: first === undefined ? undefined : first < goals.firstResponse,
    },
    {
      name: "resolution",
      goal: t("deskFigures.under", { value: hours(goals.resolution) }),
      value: hours(resolution),
      isMet: resolution === undefined ? undefined : resolution < goals.resolution,
    },
    {
      name: "rating",
      goal: t("deskFigures.over", { value: number(goals.rating) }),
      value: rating === null ? "–" : number(Math.round(rating * 10) / 10),
      isMet: rating === null ? undefined : rating > goals.rating,
    },
    {
      name: "promise",
      goal: t("deskFigures.over", { value: percent(goals.promise) }),
      value: kept === undefined ? "–" : percent(kept),
      isMet: kept === undefined ? undefined : kept > goals.promise,
    },
  ] as const;
  return (
    <section aria-labelledby="goals" className={`${card} mt-5 p-5`}>
      <h3 id="goals" className="text-lg">
        {t("deskFigures.goals.title")}
      </h3>
      <div className="mt-3 overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="text-muted">
            <tr>
              {(["what", "is", "goal", "met"] as const).map((column, i) => (
                <th key={column} scope="col" className={`py-1 pe-3 font-medium ${i ? "text-end" : "text-start"}`}>
                  {t(`deskFigures.goals.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, goal, value, isMet }) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-2 pe-3 text-start font-normal">
                  {t(`deskFigures.goals.${name}`)}
                </th>
                <td className="py-2 pe-3 text-end text-base font-semibold tabular-nums">{value}</td>
                <td className="py-2 pe-3 text-end tabular-nums">{goal}</td>
                <td className="py-2 text-end">
                  {isMet === undefined ? "–" : t(isMet ? "deskFigures.goals.yes" : "deskFigures.goals.no")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Fact name={t("deskFigures.opened")}>
          <TicketsLink count={figures.opened} filter={{ from }} />
        </Fact>
        <Fact name={t("deskFigures.resolved")}>
          <TicketsLink count={figures.resolved} filter={{ day: "resolved", from }} />
        </Fact>
        <Fact name={t("deskFigures.reopened")}>
          <TicketsLink count={figures.reopened} filter={{ reopened: "on", from }} />
        </Fact>
        <Fact name={t("deskFigures.answers")}>
          <TicketsLink count={figures.answers} filter={{ day: "resolved", rating: [...ratings], from }}>
            {figures.resolved === 0 ? "–" : percent(figures.answers / figures.resolved)}
          </TicketsLink>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-xl tabular-nums">{children}</dd>
    </div>
  );
}
