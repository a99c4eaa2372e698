import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "~/http/guards.server";
import { listOwnTickets } from "~/models/support/tickets/list-own-tickets.server";
import { ticketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { Segments } from "~/ui/segments";
import { TicketStatusBadge } from "~/ui/ticket-badges";
import { When } from "~/ui/when";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words, query } = args.context;
  const asked = { q: query.word("q"), all: query.text("show") === "all", before: query.id("before") };
  const page = await listOwnTickets(db, viewer, asked);
  return {
    head: { title: words.t("support.title"), isPrivate: true },
    q: asked.q ?? "",
    all: asked.all,
    isLater: asked.before !== undefined,
    ...page,
  };
}

export default function OwnTickets() {
  const { t } = useWords();
  const { tickets, next, q, all, isLater } = useLoaderData<typeof loader>();
  const pathTo = (show: "all" | "", before?: string) => {
    const search = new URLSearchParams({ ...(q && { q }), ...(show && { show }), ...(before && { before }) });
    return search.size > 0 ? `/support?${search}` : "/support";
  };
  const isEmpty = tickets.length === 0 && !q && !isLater;
  return (
    <div className="mx-auto max-w-3xl">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl tracking-tight">{t("support.heading")}</h1>
        <a href="/support/new" className={button("primary", "small")}>
          <Icon name="plus" />
          {t("support.ask")}
        </a>
      </div>
      <p className="mt-1 text-muted">{t("support.intro")}</p>
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
        <Segments
          label={t("support.which")}
          choices={[
            { key: "open", href: pathTo(""), name: t("support.underWay"), isCurrent: !all },
            { key: "all", href: pathTo("all"), name: t("support.all"), isCurrent: all },
          ]}
        />
        <search>
          <form action="/support" className="flex gap-2">
            {all && <input type="hidden" name="show" value="all" />}
            <input
              name="q"
              type="search"
              defaultValue={q}
              aria-label={t("support.search")}
              dir="auto"
              className={control}
            />
            <button type="submit" className={button("quiet")}>
              {t("support.find")}
            </button>
          </form>
        </search>
      </div>
      {tickets.length > 0 && (
        <ul className={`${card} mt-4 divide-y divide-line`}>
          {tickets.map((ticket) => (
            <li key={ticket.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 grow basis-60">
                <a
                  href={ticketPath(ticket)}
                  dir="auto"
                  className={`block no-underline hover:text-accent ${ticket.isUnread ? "font-semibold" : "font-medium"}`}
                >
                  {ticket.subject}
                </a>
                <p className="facts mt-1">
                  <span dir="ltr">{writeTicketNumber(ticket)}</span>
                  <span>{t(ticket.isByTeam ? "support.lastByTeam" : "support.lastByYou")}</span>
                  <When at={ticket.spokenAt} />
                  {ticket.isUnread && (
                    <span className="inline-flex items-center gap-1.5 font-medium text-accent">
                      <span className="size-2 rounded-full bg-accent" />
                      {t("support.unread")}
                    </span>
                  )}
                </p>
              </div>
              <TicketStatusBadge status={ticket.status} />
            </li>
          ))}
        </ul>
      )}
      {tickets.length === 0 && (
        <p className={`${card} mt-4 p-6 text-center text-muted`}>
          {t(isEmpty && !all ? "support.none" : "support.nothing")}
        </p>
      )}
      {next && (
        <a href={pathTo(all ? "all" : "", next)} rel="next" className={`${button("quiet")} mt-6`}>
          {t("list.next")}
        </a>
      )}
    </div>
  );
}
