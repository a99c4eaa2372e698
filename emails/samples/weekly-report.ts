import { home, type Samples } from "../sample-parts";
import { weeklyReportMail } from "../weekly-report";

const ticket = (number: string) => ({ number, link: `${home}/staff/support/${number}` });

export const weeklyReportSamples: Samples = {
  "weekly-report": ({ words }) =>
    weeklyReportMail({
      words,
      first: "2026-11-23",
      last: "2026-11-29",
      figures: [
        { name: words.t("deskFigures.opened"), now: "41", before: "38" },
        { name: words.t("deskFigures.goals.promise"), now: words.percent(0.94), before: words.percent(0.97) },
      ],
      late: [{ name: words.t("promise.kinds.resolution"), count: 12, tickets: [ticket("ST-2026-0212")] }],
      waiting: [{ ...ticket("ST-2026-0198"), time: words.t("mail.report.days", { count: 5 }) }],
      links: { figures: `${home}/staff/support/figures` },
    }),
};
