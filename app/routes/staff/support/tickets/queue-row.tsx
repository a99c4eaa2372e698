import type { SerializeFrom } from "@remix-run/node";
import type { Chosen } from "~/models/core/bulk/limits";
import { categoryName } from "~/models/support/categories/category-name";
import type { QueueRow as Row } from "~/models/support/tickets/list-queue.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { Promised } from "~/ui/promised";
import { TicketPriorityBadge, TicketStatusBadge } from "~/ui/ticket-badges";
import { When } from "~/ui/when";
import { RowTick } from "../../bulk/row-tick";
import { RowWays } from "../../row-ways";

interface Props {
  ticket: SerializeFrom<Row>;
  chosen: Chosen | undefined;
  /** Put away. */
  isAway: boolean;
}

/** A ticket of the queue. `data-key` says which key leads where; app/browser/inbox-keys presses them. */
export function QueueRow({ ticket, chosen, isAway }: Props) {
  const words = useWords();
  const { t } = words;
  const { subject, status, priority, tier, tags, isRestricted, unansweredSince, requesterName, assigneeName, promise } =
    ticket;
  return (
    <li className="flex items-start gap-3 px-4 py-3 focus-within:bg-sunken" data-row={writeTicketNumber(ticket)}>
      <RowTick noun="ticket" value={writeTicketNumber(ticket)} title={subject} chosen={chosen} />
      <div className="flex min-w-0 grow flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-72">
          <h2 className="text-base">
            <a href={staffTicketPath(ticket)} data-key="o" dir="auto" className="no-underline hover:text-accent">
              {subject}
            </a>
          </h2>
          <div className="facts mt-1.5">
            <span dir="ltr">{writeTicketNumber(ticket)}</span>
            <bdi>{requesterName ?? t("people.deleted")}</bdi>
            {ticket.domain && <bdi>{ticket.domain}</bdi>}
            <bdi>{categoryName(words, ticket.category)}</bdi>
            {ticket.isVip && <span className="tag bg-amber-soft text-amber">{t("tiers.vip")}</span>}
            {tier > 1 && <span dir="ltr">L{tier}</span>}
            {ticket.asksForEscalation && <span className="tag bg-amber-soft text-amber">{t("escalation.tag")}</span>}
            {isRestricted && (
              <span className="fact">
                <Icon name="lock" />
                {t("tickets.restricted")}
              </span>
            )}
            {ticket.rating && <span>{t("rating.of", { rating: ticket.rating })}</span>}
            {tags.map((tag) => (
              <bdi key={tag} className="tag bg-slate-soft text-slate">
                {tag}
              </bdi>
            ))}
            <span className="fact">
              <Icon name="user" />
              {assigneeName ? <bdi>{assigneeName}</bdi> : t("tickets.nobody")}
            </span>
            <When at={ticket.createdAt} />
            {unansweredSince && (
              <span className="inline-flex items-center gap-1 font-medium text-ink">
                {t("queue.waitsSince")} <When at={unansweredSince} />
              </span>
            )}
          </div>
          {!isAway && (
            <RowWays
              of={writeTicketNumber(ticket)}
              ways={[
                [t("inbox.ways.answer"), "a", `${staffTicketPath(ticket)}#answer-body`],
                [t("inbox.ways.merge"), "g", `${staffTicketPath(ticket)}/merge`],
              ]}
            />
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {promise && <Promised promise={promise} dueAt={ticket.dueAt} />}
          <TicketPriorityBadge priority={priority} />
          <TicketStatusBadge status={status} forTeam />
        </div>
      </div>
    </li>
  );
}
