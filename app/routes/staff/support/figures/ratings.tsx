import type { DeskFigures } from "~/models/insights/desk/desk-figures";
import { ratings } from "~/models/support/tickets/ratings";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";

/** What those think who asked. */
export function Ratings({ figures }: { figures: Pick<DeskFigures, "ratings"> }) {
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
      }))}
    />
  );
}
