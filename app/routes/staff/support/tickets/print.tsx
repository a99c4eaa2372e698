import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { categoryName } from "~/models/support/categories/category-name";
import { listTicketMessages, listTicketPeople } from "~/models/support/tickets/find-ticket.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { TicketPriorityBadge, TicketStatusBadge } from "~/ui/ticket-badges";
import { TicketMessage } from "~/ui/ticket-message";
import { When } from "~/ui/when";
import { BackToTicket } from "./back-to-ticket";
import { requireTicket } from "./require-ticket.server";

/** A ticket as it goes on paper: without notes, unless `?notes=yes` asks for them. */
export async function loader(args: LoaderFunctionArgs) {
  const { ticket } = await requireTicket(args);
  const { db, words, query } = args.context;
  const withNotes = query.word("notes") === "yes";
  const [messages, people] = await Promise.all([
    listTicketMessages(db, ticket.id, { withNotes }),
    listTicketPeople(db, ticket.id),
  ]);
  const { subject, status, priority, createdAt } = ticket;
  return {
    head: { title: `${writeTicketNumber(ticket)} ${subject}`, isPrivate: true },
    path: staffTicketPath(ticket),
    number: writeTicketNumber(ticket),
    ticket: { subject, status, priority, createdAt, category: categoryName(words, ticket.category) },
    requester: people.find(({ role }) => role === "requester"),
    withNotes,
    messages,
  };
}

export default function PrintTicket() {
  const { t } = useWords();
  const { path, number, ticket, requester, withNotes, messages } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <BackToTicket path={path} number={number} subject={ticket.subject} />
        <a href={`${path}/print${withNotes ? "" : "?notes=yes"}`} className={button("quiet", "small")}>
          {t(withNotes ? "tickets.printWithout" : "tickets.printWith")}
        </a>
        <p className="basis-full text-sm text-muted">{t("tickets.printHint")}</p>
      </div>
      <h1 dir="auto" className="text-2xl tracking-tight">
        {ticket.subject}
      </h1>
      <p className="facts mt-2">
        <TicketStatusBadge status={ticket.status} forTeam />
        <TicketPriorityBadge priority={ticket.priority} />
        <span dir="ltr">{number}</span>
        <bdi>{ticket.category}</bdi>
        <bdi>{requester?.name || t("people.deleted")}</bdi>
        {requester?.address && <bdi>{requester.address}</bdi>}
        <When at={ticket.createdAt} />
      </p>
      <ol aria-label={t("tickets.conversation")} className="mt-5 space-y-4">
        {messages.map((message) => (
          <li key={message.id}>
            <TicketMessage message={message} />
          </li>
        ))}
      </ol>
    </div>
  );
}
