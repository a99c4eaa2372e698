import type { SerializeFrom } from "@remix-run/node";
import { postPath } from "~/models/feedback/posts/post-path";
import type { Others as OthersOf } from "~/models/support/tickets/other-tickets.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import type { TicketData } from "./load-ticket.server";
import { TicketLine } from "./ticket-line";

/** Who asks, and what else they, and others of their company, have asked and posted. */
export function Others({ data: { people, others, company, ticket } }: { data: TicketData }) {
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
      <Lists tickets={t("tickets.otherTickets")} posts={t("tickets.otherPosts")} others={others} />
      {ticket.domain && (
        <>
          <Lists tickets={t("tickets.companyTickets")} posts={t("tickets.companyPosts")} others={company} />
          <p className="mt-4">
            <a href={`/staff/support?company=${encodeURIComponent(ticket.domain)}`} className="text-accent underline">
              {t("tickets.ofCompany", { company: ticket.domain })}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

/** @param props the headings of both lists, and what stands below them */
function Lists(props: { tickets: string; posts: string; others: SerializeFrom<OthersOf> }) {
  const { tickets, posts } = props.others;
  return (
    <>
      {tickets.length > 0 && (
        <>
          <h3 className="mt-4 font-medium">{props.tickets}</h3>
          <ul className="mt-2 space-y-2">
            {tickets.map((other) => (
              <li key={other.id}>
                <TicketLine ticket={other} />
              </li>
            ))}
          </ul>
        </>
      )}
      {posts.length > 0 && (
        <>
          <h3 className="mt-4 font-medium">{props.posts}</h3>
          <ul className="mt-2 space-y-2">
            {posts.map((post) => (
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
    </>
  );
}
