import type { ReactNode } from "react";
import type { ScoreWeights } from "#db/schema/insights/figures";
import type { RequestRow } from "~/models/insights/requests/list-requests.server";
import {
  type RequestFilter,
  type RequestSort,
  requestSorts,
  sortedPath,
} from "~/models/insights/requests/request-filter";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { KindBadge, StatusBadge } from "~/ui/status-badge";
import { Calculation } from "./calculation";
import { Trend } from "./trend";

type Row = Omit<RequestRow, "createdAt"> & { createdAt: string };

interface Props {
  filter: RequestFilter;
  requests: Row[];
  weights: ScoreWeights;
}

/** Posts with their figures; each heading sorts by its column. Scrolls sideways in its box where there is no room. */
export function RequestTable({ filter, requests, weights }: Props) {
  const { t } = useWords();
  return (
    <section
      aria-label={t("staff.requests.title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className={`${card} relative mt-5 overflow-x-auto`}
    >
      <table className="w-full text-sm">
        <thead className="text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="px-3 py-2 text-start font-medium">
              {t("requests.post")}
            </th>
            {requestSorts.map((sort) => (
              <Heading key={sort} filter={filter} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {requests.map((request) => (
            <Request key={request.number} request={request} weights={weights} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({ filter, sort }: { filter: RequestFilter; sort: RequestSort }) {
  const { t } = useWords();
  const isCurrent = filter.sort === sort;
  return (
    <th
      scope="col"
      aria-sort={isCurrent ? (filter.dir === "asc" ? "ascending" : "descending") : undefined}
      className="px-3 py-2 text-end font-medium whitespace-nowrap"
    >
      <a href={sortedPath(filter, sort)} className={isCurrent ? "font-semibold text-ink" : "hover:text-ink"}>
        {t(`requests.column.${sort}`)}
        {isCurrent && <span aria-hidden="true">{filter.dir === "asc" ? " ↑" : " ↓"}</span>}
      </a>
    </th>
  );
}

function Request({ request, weights }: { request: Row; weights: ScoreWeights }) {
  const { t, number, compact, date } = useWords();
  return (
    <tr>
      <th scope="row" className="min-w-56 px-3 py-2 text-start font-normal">
        <a
          href={`/staff/requests/${request.number}`}
          dir="auto"
          className="block font-medium no-underline hover:text-accent"
        >
          {request.title}
        </a>
        <span className="mt-1 flex flex-wrap items-center gap-2">
          <KindBadge kind={request.kind} />
          <StatusBadge status={request.status} />
        </span>
      </th>
      <td className="min-w-32 px-3 py-2 text-end align-top tabular-nums">
        <Calculation figures={request} weights={weights} />
      </td>
      <Cell>{number(request.votes)}</Cell>
      <Cell>{number(request.companies)}</Cell>
      <Cell>{compact(request.value)}</Cell>
      <Cell>{number(request.tickets)}</Cell>
      <Cell>
        {t("requests.recentOfBefore", { recent: number(request.votesRecent), before: number(request.votesBefore) })}
      </Cell>
      <Cell>
        <Trend trend={request.trend} />
      </Cell>
      <Cell>{number(request.comments)}</Cell>
      <Cell>
        <time dateTime={request.createdAt}>{date(request.createdAt)}</time>
      </Cell>
      <Cell>{request.effort === 0 ? t("requests.noEffort") : number(request.effort)}</Cell>
    </tr>
  );
}

export function Cell({ children }: { children: ReactNode }) {
  return <td className="px-3 py-2 text-end align-top whitespace-nowrap tabular-nums">{children}</td>;
}
