import type { DeskFigures } from "~/models/insights/desk/desk-figures";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";

/** What became of the mails that tell people of their tickets. */
export function Mails({ mails }: Pick<DeskFigures, "mails">) {
  const { t, number, percent } = useWords();
  const all = mails.reduce((sum, { count }) => sum + count, 0);
  return (
    <BarChart
      id="mails"
      title={t("deskFigures.mails.title")}
      description={t("deskFigures.mails.hint")}
      labelOfBars={t("deskFigures.mails.label")}
      series={[{ name: t("deskFigures.mails.mails"), look: "accent" }]}
      more={t("deskFigures.mails.share")}
      lies
      bars={mails.map(({ key, count }) => ({
        key,
        label: t(`deskFigures.mails.${key}`),
        values: [count],
        cells: [number(count), all === 0 ? "–" : percent(count / all)],
      }))}
    />
  );
}
