import type { DeskFigures } from "~/models/insights/desk/desk-figures";
import { inHours } from "~/models/insights/desk/say-hours";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { useHours } from "./use-hours";

interface Props {
  times: DeskFigures["times"];
  /** Business hours, or all hours there are. */
  of: "hours" | "clock";
}

/** How long what was promised took. */
export function Times({ times, of }: Props) {
  const { t } = useWords();
  const hours = useHours();
  return (
    <BarChart
      id={`times-${of}`}
      title={t(`deskFigures.times.${of}`)}
      description={t(`deskFigures.times.${of}Hint`)}
      labelOfBars={t("deskFigures.target")}
      series={[
        { name: t("insights.answers.median"), look: "accent" },
        { name: t("insights.answers.p90"), look: "amber" },
      ]}
      more={t("deskFigures.mean")}
      lies
      bars={times.map(({ kind, [of]: spread }) => ({
        key: kind,
        label: t(`promise.kinds.${kind}`),
        values: [inHours(spread?.median ?? 0), inHours(spread?.p90 ?? 0)],
        cells: [hours(spread?.median), hours(spread?.p90), hours(spread?.mean)],
      }))}
    />
  );
}
