import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireTicketHandler } from "~/http/guards.server";
import { deskPeriods } from "~/models/insights/desk/desk-figures";
import { findDeskFigures } from "~/models/insights/desk/find-desk-figures.server";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { StaffPage } from "../../staff-page";
import { Goals } from "./goals";
import { Mails } from "./mails";
import { Promises } from "./promises";
import { Ratings } from "./ratings";
import { RatingsOverTime } from "./ratings-over-time";
import { Times } from "./times";
import { Volume } from "./volume";
import { Work } from "./work";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { db, words, query } = args.context;
  const days = query.oneOf("days", deskPeriods) ?? "30";
  const [found, categories] = await Promise.all([
    findDeskFigures(db, viewer, { days: Number(days) }),
    listTicketCategories(db, { archived: true }),
  ]);
  return {
    head: { title: words.t("deskFigures.title"), isPrivate: true },
    days,
    ...found,
    categories: namedCategories(words, categories),
  };
}

/** How the support desk does, as it was counted. */
export default function DeskFiguresPage() {
  const { t, moment } = useWords();
  const { days, from, today, timeZone, countedAt, figures, overTime, categories } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="support">
      <h2 className="mt-6 text-xl">{t("deskFigures.title")}</h2>
      <p className="mt-1 text-muted">{t("deskFigures.intro", { timeZone })}</p>
      <p className="mt-1 text-sm text-muted">
        {countedAt ? t("requests.countedAt", { moment: moment(countedAt) }) : t("requests.notCounted")}
      </p>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t("deskFigures.period")}
          choices={deskPeriods.map((period) => ({
            key: period,
            href: `/staff/support/figures?days=${period}`,
            name: t(`deskFigures.periods.${period}`),
            isCurrent: period === days,
          }))}
        />
        <a href={`/staff/support/figures.csv?days=${days}`} className={button("quiet", "small")}>
          {t("deskFigures.csv")}
        </a>
      </div>
      <Goals figures={figures} from={from} />
      <Times times={figures.times} of="hours" />
      <Times times={figures.times} of="clock" />
      <Promises times={figures.times} from={from} />
      <Volume figures={figures} from={from} today={today} categories={categories} />
      <Ratings figures={figures} from={from} />
      <RatingsOverTime overTime={overTime} />
      <Mails mails={figures.mails} />
      <Work whose="agent" from={from} rows={figures.agents} />
      <Work whose="tier" from={from} rows={figures.tiers.map((tier) => ({ ...tier, name: `L${tier.key}` }))} />
    </StaffPage>
  );
}
