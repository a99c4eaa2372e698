import type { Rated } from "~/models/insights/desk/desk-figures";
import { ratings } from "~/models/support/tickets/ratings";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { TicketsLink } from "./tickets-link";

/** How what requesters think changes: the mean of each day, or of each week. */
export function RatingsOverTime({ overTime }: { overTime: Rated[] }) {
  const { t, date, number } = useWords();
  const areWeeks = overTime.some(({ from, to }) => from !== to);
  const rounded = (mean: number | null) => Math.round((mean ?? 0) * 10) / 10;
  return (
    <BarChart
      id="ratings-over-time"
      title={t("deskFigures.overTime.title")}
      description={t("deskFigures.overTime.hint")}
      labelOfBars={t(areWeeks ? "deskFigures.overTime.week" : "deskFigures.overTime.day")}
      series={[{ name: t("deskFigures.overTime.mean"), look: "accent" }]}
      more={t("deskFigures.overTime.count")}
      bars={overTime.map(({ from, to, count, mean }) => ({
        key: from,
        label: date(from),
        values: [rounded(mean)],
        cells: [
          mean === null ? "–" : number(rounded(mean)),
          <TicketsLink key="count" count={count} filter={{ day: "rated", rating: [...ratings], from, to }} />,
        ],
      }))}
    />
  );
}
