import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireFreshdeskTicket, requireTicketHandler } from "~/http/guards.server";
import { findLinksOfFreshdeskTicket } from "~/models/support/freshdesk/links.server";
import { listLog, listWrites } from "~/models/support/freshdesk/queue-state.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { AlikePosts } from "../alike-posts";
import { loadAlike } from "../load-alike.server";
import { linkFreshdesk } from "./link-freshdesk";
import { LinkedPosts } from "./linked-posts";
import { loadTicket } from "./load-ticket.server";
import { TicketFacts } from "./ticket-facts";
import { TicketHistory } from "./ticket-history";
import { TicketWrites } from "./ticket-writes";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const ticket = requireFreshdeskTicket(args.params);
  const { db, words } = args.context;
  const before = args.context.query.number("before");
  const [known, links, log, { writes }] = await Promise.all([
    loadTicket(args.context, ticket),
    findLinksOfFreshdeskTicket(db, viewer, ticket),
    listLog(db, viewer, { ticket, before }),
    listWrites(db, viewer, { ticket }),
  ]);
  return {
    head: { title: words.t("freshdeskPages.ticket.name", { ticket }), isPrivate: true },
    ticket: known,
    links,
    alike: await loadAlike(args.context, known.seen, links),
    log,
    open: writes.filter(({ state }) => state !== "done" && state !== "dropped"),
  };
}

export default function ShowTicket() {
  const { t } = useWords();
  const { ticket, links, alike, log, open } = useLoaderData<typeof loader>();
  const path = `/staff/freshdesk/tickets/${ticket.number}`;
  return (
    <StaffPage current="freshdesk">
      <section aria-labelledby="ticket" className={`${card} mt-6 p-5`}>
        <TicketFacts ticket={ticket} />
        <div className="mt-5 flex flex-wrap gap-2">
          <form method="post" action={`${path}/resync`}>
            <button type="submit" className={button("quiet")}>
              {t("freshdeskPages.ticket.resync")}
            </button>
          </form>
          <form method="post" action={`${path}/text`}>
            <button type="submit" className={button()}>
              {t("freshdeskPages.ticket.makePost")}
            </button>
          </form>
        </div>
      </section>
      <LinkedPosts links={links} />
      <AlikePosts posts={alike} link={linkFreshdesk(ticket.number)} />
      {open.length > 0 && <TicketWrites writes={open} />}
      <TicketHistory log={log} statuses={ticket.statuses} path={path} />
    </StaffPage>
  );
}
