import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMaintainer } from "~/http/guards.server";
import { findInsights } from "~/models/insights/figures/update-insights.server";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { CountNow } from "./count-now";
import { FirstAnswers } from "./first-answers";
import { FlowChart } from "./flow-chart";
import { StayChart } from "./stay-chart";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const insights = await findInsights(db, viewer);
  return { head: { title: words.t("staff.insights.title"), isPrivate: true }, insights };
}

export default function InsightsPage() {
  const { t } = useWords();
  const { insights } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="insights">
      <CountNow at={insights?.countedAt} />
      {!insights && <p className="mt-4 text-muted">{t("insights.none")}</p>}
      {insights && (
        <>
          <FlowChart weeks={insights.weeks} />
          <StayChart stays={insights.stays} from={insights.from} to={insights.to} />
          <FirstAnswers answers={insights.answers} from={insights.from} to={insights.to} />
        </>
      )}
    </StaffPage>
  );
}
