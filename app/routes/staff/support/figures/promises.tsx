import type { DeskFigures } from "~/models/insights/desk/desk-figures";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { TicketsLink } from "./tickets-link";

/** How often each promise was kept. */
export function Promises({ times, from }: Pick<DeskFigures, "times"> & { from: string }) {
  const { t, percent } = useWords();
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
        cells: [
          <TicketsLink key="met" count={met} filter={{ day: "met", target: kind, from }} />,
          <TicketsLink key="late" count={late} filter={{ day: "late", target: kind, from }} />,
          met + late === 0 ? "–" : percent(met / (met + late)),
        ],
      }))}
    />
  );
}
