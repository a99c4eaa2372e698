import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMaintainer } from "~/http/guards.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { listTags } from "~/models/feedback/tags/queries.server";
import { findFiguresState } from "~/models/insights/figures/settings.server";
import { listRequests } from "~/models/insights/requests/list-requests.server";
import { readRequestFilter, requestsPath } from "~/models/insights/requests/request-filter";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { CountedAt } from "./counted-at";
import { RequestFilters } from "./request-filters";
import { RequestTable } from "./request-table";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const filter = readRequestFilter(args.context.query);
  const [page, state, boards, tags] = await Promise.all([
    listRequests(db, viewer, filter),
    findFiguresState(db),
    listBoards(db, viewer),
    listTags(db),
  ]);
  return { head: { title: words.t("staff.requests.title"), isPrivate: true }, filter, ...page, ...state, boards, tags };
}

export default function Requests() {
  const { t } = useWords();
  const { filter, requests, next, countedAt, boards, tags, weights } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="requests">
      <CountedAt at={countedAt} />
      <p className="mt-3 text-sm">
        <a href="/staff/requests/weights">{t("requests.weightsLink")}</a>
      </p>
      <RequestFilters filter={filter} boards={boards} tags={tags} />
      {requests.length === 0 && <p className="mt-6 text-muted">{t("requests.none")}</p>}
      {requests.length > 0 && <RequestTable filter={filter} requests={requests} weights={weights} />}
      <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
        {filter.after && (
          <a href={requestsPath(filter)} className={button("plain")}>
            {t("list.first")}
          </a>
        )}
        {next && (
          <a href={requestsPath(filter, { after: next })} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        )}
      </nav>
    </StaffPage>
  );
}
