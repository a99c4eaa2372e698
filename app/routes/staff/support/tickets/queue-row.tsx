import type { SerializeFrom } from "@remix-run/node";
import { categoryName } from "~/models/support/categories/category-name";
import type { QueueRow as Row } from "~/models/support/tickets/list-queue.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { TicketPriorityBadge, TicketStatusBadge } from "~/ui/ticket-badges";
import { When } from "~/ui/when";

/** A ticket of the queue. */
export function QueueRow({ ticket }: { ticket: SerializeFrom<Row> }) {
  const words = useWords();
  const { t } = words;
  const { subject, status, priority, tier, tags, isRestricted, unansweredSince, requesterName, assigneeName } = ticket;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-72">
        <h2 className="text-base">
          <a href={staffTicketPath(ticket)} dir="auto" className="no-underline hover:text-accent">
            {subject}
          </a>
        </h2>
        <div className="facts mt-1.5">
          <span dir="ltr">{writeTicketNumber(ticket)}</span>
          <bdi>{requesterName ?? t("people.deleted")}</bdi>
          {ticket.domain && <bdi>{ticket.domain}</bdi>}
          <bdi>{categoryName(words, ticket.category)}</bdi>
          {tier > 1 && <span dir="ltr">L{tier}</span>}
          {ticket.asksForEscalation && <span className="tag bg-amber-soft text-amber">{t("escalation.tag")}</span>}
          {isRestricted && (
            <span className="fact">
              <Icon name="lock" />
              {t("tickets.restricted")}
            </span>
          )}
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
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <TicketPriorityBadge priority={priority} />
        <TicketStatusBadge status={status} forTeam />
      </div>
    </li>
  );
}
