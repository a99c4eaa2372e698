import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireTicketHandler } from "~/http/guards.server";
import { listHandlers } from "~/models/core/users/queries.server";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { listQueue, mostTicketsCounted } from "~/models/support/tickets/list-queue.server";
import { queuePath, queueSorts, readQueueFilter } from "~/models/support/tickets/queue-filter";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { Segments } from "~/ui/segments";
import { StaffPage } from "../../staff-page";
import { TicketsBar } from "./bulk/tickets-bar";
import { QueueFilters } from "./queue-filters";
import { QueueRow } from "./queue-row";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { db, words, query } = args.context;
  const filter = readQueueFilter(query);
  const [page, categories, team] = await Promise.all([
    listQueue(db, viewer, filter),
    listTicketCategories(db, { archived: true }),
    listHandlers(db, viewer),
  ]);
  return {
    head: { title: words.t("staff.support.title"), isPrivate: true },
    filter,
    ...page,
    mostCounted: mostTicketsCounted,
    categories: namedCategories(words, categories),
    offered: namedCategories(
      words,
      categories.filter(({ archivedAt }) => archivedAt === null),
    ),
    team,
    allChosen: query.text("chosen") === "all",
  };
}

export default function Queue() {
  const { t, number } = useWords();
  const { filter, tickets, count, next, mostCounted, categories, offered, team, allChosen } =
    useLoaderData<typeof loader>();
  const hasMore = count > mostCounted;
  const shown = hasMore ? mostCounted : count;
  const isAway = filter.away !== undefined;
  const everything = { status: [], priority: [], category: [], tier: [], sort: filter.sort };
  const ways = [
    {
      key: "all",
      name: t("queue.all"),
      isCurrent: !filter.assignee && !isAway && !filter.held && !filter.asked,
      filter: everything,
    },
    {
      key: "mine",
      name: t("queue.mine"),
      isCurrent: filter.assignee === "me" && !isAway,
      filter: { ...everything, assignee: "me" },
    },
    {
      key: "free",
      name: t("queue.free"),
      isCurrent: filter.assignee === "none" && !isAway,
      filter: { ...everything, assignee: "none" },
    },
    {
      key: "held",
      name: t("queue.held"),
      isCurrent: filter.held !== undefined,
      filter: { ...everything, held: "on" as const },
    },
    {
      key: "asked",
      name: t("escalation.tag"),
      isCurrent: filter.asked !== undefined,
      filter: { ...everything, asked: "on" as const },
    },
    ...(["spam", "deleted"] as const).map((away) => ({
      key: away,
      name: t(`queue.${away}`),
      isCurrent: filter.away === away,
      filter: { ...everything, away },
    })),
  ];
  return (
    <StaffPage current="support">
      <div className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t("queue.views")}
          wraps
          choices={ways.map(({ filter: to, ...way }) => ({ ...way, href: queuePath(to) }))}
        />
        <a href="/staff/support/suggestions" className={button("plain", "small")}>
          {t("suggestions.title")}
        </a>
        <a href="/staff/support/new" className={button("quiet", "small")}>
          <Icon name="plus" />
          {t("queue.open")}
        </a>
      </div>
      <QueueFilters filter={filter} categories={categories} team={team} />
      <div className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted">
          {t(hasMore ? "queue.countMore" : "queue.count", { count: shown, tickets: number(shown) })}
        </p>
        <Segments
          label={t("queue.order")}
          choices={queueSorts.map((sort) => ({
            key: sort,
            href: queuePath({ ...filter, sort, after: undefined }),
            name: t(`queue.sorts.${sort}`),
            isCurrent: sort === filter.sort,
          }))}
        />
      </div>
      {tickets.length > 0 && !isAway && (
        <a
          href={queuePath(filter, { chosen: allChosen ? undefined : "all" })}
          className="text-sm text-accent underline"
        >
          {t(allChosen ? "inbox.none" : "inbox.all")}
        </a>
      )}
      {tickets.length > 0 ? (
        <form action="/staff/support/bulk" className={`${card} mt-2`}>
          <ol className="divide-y divide-line">
            {tickets.map((ticket) => (
              <QueueRow key={ticket.id} ticket={ticket} isChosen={allChosen} isChoosable={!isAway} />
            ))}
          </ol>
          {!isAway && <TicketsBar categories={offered} team={team} tickets={tickets} />}
        </form>
      ) : (
        <p className={`${card} mt-2 p-6 text-center text-muted`}>{t("queue.empty")}</p>
      )}
      <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
        {filter.after && (
          <a href={queuePath({ ...filter, after: undefined })} className={button("plain")}>
            {t("list.first")}
          </a>
        )}
        {next && (
          <a href={queuePath({ ...filter, after: next })} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        )}
      </nav>
    </StaffPage>
  );
}
