import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { findFiguresState } from "~/models/insights/figures/settings.server";
import { fillWeeks } from "~/models/insights/figures/weeks";
import { findRequest, listVotesByWeek, listVotingCompanies } from "~/models/insights/requests/find-request.server";
import { BarChart } from "~/ui/bar-chart";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { KindBadge, StatusBadge } from "~/ui/status-badge";
import { StaffPage } from "../../staff-page";
import { CalculationLines } from "./calculation";
import { CountedAt } from "./counted-at";
import { EffortForm } from "./effort-form";
import { VotingCompanies } from "./voting-companies";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const request = await findRequest(db, viewer, requireNumber(args.params));
  const [state, companies, weeks] = await Promise.all([
    findFiguresState(db),
    listVotingCompanies(db, request.id),
    listVotesByWeek(db, request.id),
  ]);
  const title = words.t("requests.titleOf", { title: request.title });
  return { head: { title, isPrivate: true }, request, companies, weeks: fillWeeks(weeks, new Date()), ...state };
}

export default function Request() {
  const { t, date } = useWords();
  const { request, companies, weeks, weights, countedAt } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="requests">
      <p className="mt-4 text-sm">
        <a href="/staff/requests">{t("requests.back")}</a>
      </p>
      <h2 dir="auto" className="mt-4 text-xl">
        {request.title}
      </h2>
      <p className="mt-2 flex flex-wrap items-center gap-3 text-sm text-muted">
        <KindBadge kind={request.kind} />
        <StatusBadge status={request.status} />
        <time dateTime={request.createdAt}>{date(request.createdAt)}</time>
        <a href={postPath(request)} className={button("quiet", "small")}>
          {t("requests.openPost")}
        </a>
      </p>
      <CountedAt at={request.figures ? countedAt : null} />
      <div className="mt-6 grid grid-cols-1 gap-5 lg:grid-cols-2">
        <section aria-labelledby="score" className={`${card} space-y-4 p-5`}>
          <h3 id="score" className="text-lg">
            {t("requests.column.score")}
          </h3>
          {request.figures && <CalculationLines figures={request.figures} weights={weights} />}
          <EffortForm number={request.number} effort={request.effort} />
          <p className="text-sm">
            <a href="/staff/requests/weights">{t("requests.weights.title")}</a>
          </p>
        </section>
        <VotingCompanies companies={companies} />
      </div>
      <BarChart
        id="votes"
        title={t("requests.votesByWeek")}
        description={t("requests.votesByWeekHint")}
        labelOfBars={t("insights.week")}
        series={[{ name: t("requests.column.votes"), look: "accent" }]}
        bars={weeks.map(({ week, votes }) => ({ key: week, label: date(week), values: [votes] }))}
      />
    </StaffPage>
  );
}
