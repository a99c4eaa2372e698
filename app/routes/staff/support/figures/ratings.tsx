import type { DeskFigures } from "~/models/insights/desk/desk-figures";
import { ratings } from "~/models/support/tickets/ratings";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { TicketsLink } from "./tickets-link";

/** What those think who asked. */
export function Ratings({ figures, from }: { figures: Pick<DeskFigures, "ratings">; from: string }) {
  const { t } = useWords();
  return (
    <BarChart
      id="ratings"
      title={t("deskFigures.ratings.title")}
      description={t("deskFigures.ratings.hint")}
      labelOfBars={t("deskFigures.goals.rating")}
      series={[{ name: t("deskFigures.tickets"), look: "accent" }]}
      lies
      bars={ratings.map((rating, i) => ({
        key: rating,
        label: t(`rating.values.${rating}`),
        values: [figures.ratings[i] ?? 0],
        cells: [
          <TicketsLink
            key={rating}
            count={figures.ratings[i] ?? 0}
            filter={{ day: "rated", rating: [rating], from }}
          />,
        ],
      }))}
    />
  );
}
