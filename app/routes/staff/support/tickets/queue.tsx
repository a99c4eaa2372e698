import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireTicketHandler } from "~/http/guards.server";
import { chosens } from "~/models/core/bulk/limits";
import { DomainError } from "~/models/core/domain-error";
import { Query } from "~/models/core/text/query";
import { listHandlers } from "~/models/core/users/queries.server";
import { listViews } from "~/models/core/views/list-views.server";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { ticketViews } from "~/models/support/queue/ticket-views";
import { listQueue } from "~/models/support/tickets/list-queue.server";
import { queuePath, queueSorts, readQueueFilter, writeQueueFilter } from "~/models/support/tickets/queue-filter";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { Segments } from "~/ui/segments";
import { ChooseAll } from "../../bulk/choose-all";
import { KeyHelp } from "../../key-help";
import { StaffPage } from "../../staff-page";
import { Views } from "../../views/views";
import { TicketsBar } from "./bulk/tickets-bar";
import { QueueFilters } from "./queue-filters";
import { QueueRow } from "./queue-row";
import { counted, Ways, ways } from "./ways";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { db, words, query } = args.context;
  const views = await listViews(db, ticketViews, viewer);
  const slug = query.word("view");
  const view = views.find((one) => one.slug === slug);
  if (slug && !view) throw new DomainError("notFound");
  const asked = readQueueFilter(query);
  const filter = view ? { ...readQueueFilter(new Query(view.filter)), after: asked.after } : asked;
  const saved = views.map((one) => readQueueFilter(new Query(one.filter)));
  const [{ counts, ...page }, categories, team] = await Promise.all([
    listQueue(db, viewer, filter, [...counted.map((way) => ways[way]), ...saved]),
    listTicketCategories(db, { archived: true }),
    listHandlers(db, viewer),
  ]);
  return {
    head: { title: words.t("staff.support.title"), isPrivate: true },
    filter,
    ...page,
    slug,
    views: views.map(({ id, slug, name, isOwn }, i) => ({
      ...{ id, slug, name, isOwn },
      count: counts[counted.length + i],
    })),
    counts: Object.fromEntries(counted.map((way, i) => [way, counts[i]])),
    categories: namedCategories(words, categories),
    offered: namedCategories(
      words,
      categories.filter(({ archivedAt }) => archivedAt === null),
    ),
    team,
    chosen: query.oneOf("chosen", chosens),
  };
}

export default function Queue() {
  const { t, number } = useWords();
  const { filter, tickets, count, next, mostCounted, categories, offered, team, chosen, slug, views, counts } =
    useLoaderData<typeof loader>();
  const hasMore = count > mostCounted;
  const shown = hasMore ? mostCounted : count;
  const isAway = filter.away !== undefined;
  return (
    <StaffPage current="support">
      <div className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <Ways filter={filter} counts={counts} hasView={slug !== undefined} />
        <a href="/staff/support/figures" className={button("plain", "small")}>
          {t("deskFigures.title")}
        </a>
        <a href="/staff/support/suggestions" className={button("plain", "small")}>
          {t("suggestions.title")}
        </a>
        <a href="/staff/support/new" className={button("quiet", "small")}>
          <Icon name="plus" />
          {t("queue.open")}
        </a>
      </div>
      <Views noun="ticket" views={views} current={slug} query={String(writeQueueFilter(filter))} />
      <QueueFilters filter={filter} categories={categories} team={team} />
      <div className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted">
          {t(hasMore ? "queue.countMore" : "queue.count", { count: shown, tickets: number(shown) })}
        </p>
        <Segments
          label={t("queue.order")}
          wraps
          choices={queueSorts.map((sort) => ({
            key: sort,
            href: queuePath({ ...filter, sort, after: undefined }),
            name: t(`queue.sorts.${sort}`),
            isCurrent: sort === filter.sort,
          }))}
        />
      </div>
      <ChooseAll
        chosen={chosen}
        pathTo={(choice) => queuePath(filter, { view: slug, chosen: choice })}
        shown={tickets.length}
        all={hasMore ? undefined : count}
      />
      <inbox-keys>
        {tickets.length > 0 ? (
          <form action="/staff/support/bulk" className={`${card} mt-2`}>
            <ol className="divide-y divide-line">
              {tickets.map((ticket) => (
                <QueueRow key={ticket.id} ticket={ticket} chosen={chosen} isAway={isAway} />
              ))}
            </ol>
            {chosen === "found" && <input type="hidden" name="found" value={String(writeQueueFilter(filter))} />}
            <TicketsBar categories={offered} team={team} tickets={tickets} away={filter.away} />
          </form>
        ) : (
          <p className={`${card} mt-2 p-6 text-center text-muted`}>{t("queue.empty")}</p>
        )}
        <KeyHelp noun="ticket" />
      </inbox-keys>
      <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
        {filter.after && (
          <a href={queuePath({ ...filter, after: undefined }, { view: slug })} className={button("plain")}>
            {t("list.first")}
          </a>
        )}
        {next && (
          <a href={queuePath({ ...filter, after: next }, { view: slug })} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        )}
      </nav>
    </StaffPage>
  );
}
