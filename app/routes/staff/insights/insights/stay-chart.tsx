import type { Stay } from "~/models/insights/figures/insights";
import type { Period } from "~/models/insights/figures/period";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { CountLink } from "./count-link";

/** How long posts stay in each status. */
export function StayChart({ stays, from, to }: { stays: Stay[] } & Period) {
  const { t, number } = useWords();
  const bars = stays.map(({ status, posts, median, p90 }) => {
    const behind = (shown?: string) => (
      <CountLink count={posts} filter={{ did: "left", was: status, from, to }}>
        {shown}
      </CountLink>
    );
    return {
      key: status,
      label: t(`status.${status}`),
      values: [tenths(median), tenths(p90)],
      cells: [behind(number(tenths(median))), behind(number(tenths(p90))), behind()],
    };
  });
  return (
    <BarChart
      id="stays"
      title={t("insights.stays.title")}
      description={t("insights.stays.hint")}
      labelOfBars={t("insights.stays.status")}
      series={[
        { name: t("insights.stays.median"), look: "accent" },
        { name: t("insights.stays.p90"), look: "amber" },
      ]}
      more={t("insights.stays.posts")}
      lies
      bars={bars}
    />
  );
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
