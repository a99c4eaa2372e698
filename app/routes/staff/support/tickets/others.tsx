import { postPath } from "~/models/feedback/posts/post-path";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { TicketStatusBadge } from "~/ui/ticket-badges";
import type { TicketData } from "./load-ticket.server";

/** Who asks, and what else they have asked and posted. */
export function Others({ data: { people, others, ticket } }: { data: TicketData }) {
  const { t } = useWords();
  const requester = people.find(({ role }) => role === "requester");
  return (
    <section aria-labelledby="requester" className={`${card} p-4 text-sm`}>
      <h2 id="requester" className="text-base">
        {t("tickets.requester")}
      </h2>
      <p className="mt-2 font-medium">
        <bdi>{requester?.name || t("people.deleted")}</bdi>
      </p>
      {requester?.address && (
        <p className="break-all text-muted">
          <bdi>{requester.address}</bdi>
        </p>
      )}
      {requester && !requester.hasAccount && <p className="text-muted">{t("tickets.guest")}</p>}
      {ticket.domain && (
        <p className="mt-2">
          <a href={`/staff/support?company=${encodeURIComponent(ticket.domain)}`} className="text-accent underline">
            {t("tickets.ofCompany", { company: ticket.domain })}
          </a>
        </p>
      )}
      {others.tickets.length > 0 && (
        <>
          <h3 className="mt-4 font-medium">{t("tickets.otherTickets")}</h3>
          <ul className="mt-2 space-y-2">
            {others.tickets.map((other) => (
              <li key={other.serial}>
                <a href={staffTicketPath(other)} dir="auto" className="block no-underline hover:text-accent">
                  {other.subject}
                </a>
                <span className="facts">
                  <span dir="ltr">{writeTicketNumber(other)}</span>
                  <TicketStatusBadge status={other.status} forTeam />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.posts.length > 0 && (
        <>
          <h3 className="mt-4 font-medium">{t("tickets.otherPosts")}</h3>
          <ul className="mt-2 space-y-2">
            {others.posts.map((post) => (
              <li key={post.number}>
                <a href={postPath(post)} dir="auto" className="block no-underline hover:text-accent">
                  {post.title}
                </a>
                <StatusBadge status={post.status} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
