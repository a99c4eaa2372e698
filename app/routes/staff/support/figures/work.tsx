import type { Worked } from "~/models/insights/desk/desk-figures";
import { tiers } from "~/models/support/tickets/queue-filter";
import { ratings } from "~/models/support/tickets/ratings";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { TicketsLink } from "./tickets-link";
import { useHours } from "./use-hours";

interface Props {
  whose: "agent" | "tier";
  from: string;
  rows: (Worked & { name: string | null })[];
}

/** What each of the team or each tier did. */
export function Work({ whose, from, rows }: Props) {
  const { t, number } = useWords();
  const hours = useHours();
  return (
    <section aria-labelledby={`by-${whose}`} className={`${card} mt-5 p-5`}>
      <h2 id={`by-${whose}`} className="text-lg">
        {t(`deskFigures.work.${whose}`)}
      </h2>
      <p className="mt-1 text-sm text-muted">{t("deskFigures.work.hint")}</p>
      <div className="mt-3 overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-1 pe-3 text-start font-medium">
                {t(`deskFigures.label.${whose}`)}
              </th>
              {(["resolved", "firstResponse", "resolution", "rating"] as const).map((column) => (
                <th key={column} scope="col" className="py-1 ps-3 text-end font-medium">
                  {t(column === "resolved" ? "deskFigures.resolved" : `deskFigures.goals.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, resolved, firstResponse, resolution, rating, ratings: count }) => (
              <tr key={key} className="border-t border-line">
                <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                  <TicketsLink count={1} filter={{ from, ...filterOf(key) }}>
                    <bdi>{key === "" ? t("tickets.nobody") : (name ?? t("people.deleted"))}</bdi>
                  </TicketsLink>
                </th>
                <td className="py-1.5 ps-3 text-end tabular-nums">
                  <TicketsLink count={resolved} filter={{ day: "resolved", from, ...filterOf(key) }} />
                </td>
                <td className="py-1.5 ps-3 text-end tabular-nums">{hours(firstResponse?.median)}</td>
                <td className="py-1.5 ps-3 text-end tabular-nums">{hours(resolution?.median)}</td>
                <td className="py-1.5 ps-3 text-end tabular-nums">
                  <TicketsLink count={count} filter={{ day: "rated", rating: [...ratings], from, ...filterOf(key) }}>
                    {rating === null ? "–" : number(Math.round(rating * 10) / 10)}
                  </TicketsLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

  function filterOf(key: string) {
    return whose === "agent" ? { assignee: key || "none" } : { tier: tiers.filter((tier) => tier === key) };
  }
}
