import type { DeskFigures } from "~/models/insights/desk/desk-figures";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";

/** How often each promise was kept. */
export function Promises({ times }: Pick<DeskFigures, "times">) {
  const { t, number, percent } = useWords();
  return (
    <BarChart
      id="promises"
      title={t("deskFigures.promises.title")}
      description={t("deskFigures.promises.hint")}
      labelOfBars={t("deskFigures.target")}
      series={[
        { name: t("deskFigures.promises.met"), look: "accent" },
        { name: t("deskFigures.promises.late"), look: "amber" },
      ]}
      more={t("deskFigures.goals.promise")}
      lies
      bars={times.map(({ kind, met, late }) => ({
        key: kind,
        label: t(`promise.kinds.${kind}`),
        values: [met, late],
        cells: [number(met), number(late), met + late === 0 ? "–" : percent(met / (met + late))],
      }))}
    />
  );
}
