import type { Flow } from "~/models/insights/figures/insights";
import { addDays } from "~/models/insights/figures/period";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { CountLink } from "./count-link";

/** How many posts came in and were settled, week by week. */
export function FlowChart({ weeks }: { weeks: Flow[] }) {
  const { t, date } = useWords();
  const bars = weeks.map(({ week, opened, closed }) => {
    const period = { from: week, to: addDays(week, 7) };
    return {
      key: week,
      label: date(week),
      values: [opened, closed],
      cells: [
        <CountLink key="opened" count={opened} filter={{ did: "opened", ...period }} />,
        <CountLink key="closed" count={closed} filter={{ did: "closed", ...period }} />,
      ],
    };
  });
  return (
    <BarChart
      id="flow"
      title={t("insights.flow.title")}
      description={t("insights.flow.hint")}
      labelOfBars={t("insights.week")}
      series={[
        { name: t("insights.flow.opened"), look: "accent" },
        { name: t("insights.flow.closed"), look: "amber" },
      ]}
      bars={bars}
    />
  );
}
