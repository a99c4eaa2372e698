import type { SerializeFrom } from "@remix-run/node";
import { useWords } from "~/ui/frame";
import { FreshdeskTicketBadge } from "~/ui/freshdesk-ticket-badge";
import type { loadTicket } from "./load-ticket.server";

type Ticket = SerializeFrom<typeof loadTicket>;

/** What was last seen of a ticket. */
export function TicketFacts({ ticket: { number, address, seen, statuses, isQueued, isAtWork } }: { ticket: Ticket }) {
  const { t, moment } = useWords();
  return (
    <>
      <h2 id="ticket" className="flex flex-wrap items-center gap-3 text-lg">
        {t("freshdeskPages.ticket.name", { ticket: number })}
        <FreshdeskTicketBadge state={seen?.state ?? null} status={seen?.status ?? null} statuses={statuses} />
      </h2>
      {seen?.subject && (
        <p dir="auto" className="mt-1 wrap-anywhere">
          {seen.subject}
        </p>
      )}
      {seen?.companyName && (
        <p dir="auto" className="text-muted">
          {seen.companyName}
        </p>
      )}
      {seen?.mergedInto && (
        <p>
          <a href={`/staff/freshdesk/tickets/${seen.mergedInto}`} className="text-accent underline">
            {t("freshdeskPages.ticket.mergedInto", { ticket: seen.mergedInto })}
          </a>
        </p>
      )}
      <p className="mt-2 text-sm text-muted">
        {seen?.seenAt
          ? t("freshdeskPages.ticket.seenAt", { time: moment(seen.seenAt) })
          : t("freshdeskPages.ticket.neverSeen")}
      </p>
      {isQueued && (
        <p className="text-sm text-amber">
          {t(isAtWork ? "freshdeskPages.ticket.queued" : "freshdeskPages.ticket.stands")}
        </p>
      )}
      {address && (
        <p className="mt-2 text-sm">
          <a href={address} target="_blank" rel="noopener" className="text-accent underline">
            {t("freshdeskPages.ticket.inFreshdesk")}
          </a>
        </p>
      )}
    </>
  );
}
