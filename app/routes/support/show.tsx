import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { ensureAsker } from "~/http/asker.server";
import { DomainError } from "~/models/core/domain-error";
import { warmUp } from "~/models/core/text/markdown.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { categoryName } from "~/models/support/categories/category-name";
import { canEscalate } from "~/models/support/escalations/escalation";
import { findEscalation } from "~/models/support/escalations/find-escalation.server";
import { findPromise } from "~/models/support/promises/list-targets.server";
import {
  findTheirTicket,
  listTicketMessages,
  listTicketPeople,
  listTicketPosts,
} from "~/models/support/tickets/find-ticket.server";
import { noteTicketSeen } from "~/models/support/tickets/list-own-tickets.server";
import { listTicketFiles } from "~/models/support/tickets/list-ticket-files.server";
import { ratings } from "~/models/support/tickets/ratings";
import { listSplits, type Split } from "~/models/support/tickets/splits.server";
import { ticketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { SplitMark } from "~/ui/split-mark";
import { StatusBadge } from "~/ui/status-badge";
import { TicketStatusBadge } from "~/ui/ticket-badges";
import { TicketMessage } from "~/ui/ticket-message";
import { When } from "~/ui/when";
import { Copies } from "./copies";
import { Escalation } from "./escalation";
import { MessageForm } from "./message-form";
import { PromisedTimes } from "./promised-times";
import { RatingForm } from "./rating-form";
import { requireTicketReader } from "./require-reader.server";

export async function loader(args: LoaderFunctionArgs) {
  const { reader, path, search } = await requireTicketReader(args);
  const { db, words, viewer, query } = args.context;
  const ticket = await findTheirTicket(db, reader);
  if (!ticket) throw new DomainError("notFound");
  warmUp();
  // The browser that their files will come from.
  if (!viewer) ensureAsker(args);
  const [messages, people, posts, asked, splits] = await Promise.all([
    listTicketMessages(db, ticket.id, { withNotes: false }),
    listTicketPeople(db, ticket.id),
    listTicketPosts(db, viewer, ticket.id),
    reader.isRequester ? findEscalation(db, ticket.id) : undefined,
    // Whoever reads along knows of no other ticket.
    reader.isRequester ? listSplits(db, ticket.id) : ([] as Split[]),
    noteTicketSeen(db, reader.id),
  ]);
  const [files, promise] = await Promise.all([listTicketFiles(db, messages), findPromise(db, ticket.id)]);
  const { category, rating, subject, status, createdAt, handover } = ticket;
  return {
    head: { title: subject, isPrivate: true },
    path,
    base: ticketPath(ticket),
    search,
    ticket: {
      number: writeTicketNumber(ticket),
      subject,
      status,
      createdAt,
      rating,
      category: categoryName(words, category),
      isOnItsWay: handover !== null && handover.number === null,
    },
    promise,
    isRequester: reader.isRequester,
    chosenRating: query.oneOf("rating", ratings),
    escalation: { state: asked?.state, mayAsk: reader.isRequester && canEscalate(ticket) },
    messages,
    splits,
    files,
    // The address of somebody who has a name is between them and the team.
    copies: people
      .filter(({ role }) => role === "copy")
      .map(({ id, name, address }) => ({ id, name: name || address })),
    posts,
    id: uuid(),
  };
}

export default function ShowTicket() {
  const { words, viewer } = useFrame();
  const { t } = words;
  const data = useLoaderData<typeof loader>();
  const { base, search, ticket, promise, isRequester, escalation, messages, files, splits, copies, posts, id } = data;
  const isOver = ticket.status === "resolved" || ticket.status === "closed";
  return (
    <div className="mx-auto max-w-3xl">
      <p className="text-sm">
        <a href="/support" className="text-accent underline">
          {t("support.heading")}
        </a>
      </p>
      <kept-draft data-name="ticket" data-owner={viewer?.id ?? ""} data-sent="" />
      <h1 dir="auto" className="mt-2 text-2xl tracking-tight">
        {ticket.subject}
      </h1>
      <p className="facts mt-2">
        <TicketStatusBadge status={ticket.status} />
        <span dir="ltr">{ticket.number}</span>
        <bdi>{ticket.category}</bdi>
        <When at={ticket.createdAt} />
      </p>
      <p className="mt-3 text-sm text-muted">{t(`support.next.${ticket.isOnItsWay ? "onItsWay" : ticket.status}`)}</p>
      <PromisedTimes {...promise} />
      <div>
        <ticket-watch data-source={`${base}/newest${search}`} data-newest={messages.at(-1)?.id}>
          <ol aria-label={t("tickets.conversation")} aria-live="polite" className="mt-5 space-y-4">
            {messages.map((message) => (
              <li key={message.id} id={`item-${message.id}`}>
                <TicketMessage message={message} files={files[message.id]} search={search}>
                  <SplitMark splits={splits} messageId={message.id} pathOf={search ? undefined : ticketPath} />
                </TicketMessage>
              </li>
            ))}
          </ol>
        </ticket-watch>
      </div>
      {posts.length > 0 && (
        <section aria-labelledby="ticket-posts" className={`${card} mt-5 p-4`}>
          <h2 id="ticket-posts" className="text-base">
            {t("support.posts")}
          </h2>
          <ul className="mt-2 space-y-2">
            {posts.map((post) => (
              <li key={post.number} className="flex flex-wrap items-center gap-2">
                <a href={postPath(post)} dir="auto" className="text-accent underline">
                  {post.title}
                </a>
                <StatusBadge status={post.status} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOver && isRequester && (
        <RatingForm action={`${base}/rating${search}`} rating={ticket.rating} chosen={data.chosenRating} />
      )}
      <section aria-labelledby="answer" className={`${card} mt-5 p-5`}>
        <h2 id="answer" className="text-lg">
          {t(ticket.status === "closed" ? "support.askAgain" : "support.answer")}
        </h2>
        {ticket.status === "closed" && <p className="mt-1 text-sm text-muted">{t("support.askAgainHint")}</p>}
        <MessageForm action={`${base}/messages${search}`} search={search} id={id} />
      </section>
      <div className="mt-5 flex flex-wrap gap-3">
        {!isOver && (
          <form method="post" action={`${base}/solved${search}`}>
            <button type="submit" className={button("quiet")}>
              {t("support.solved")}
            </button>
          </form>
        )}
        {ticket.status === "resolved" && (
          <form method="post" action={`${base}/reopen${search}`}>
            <button type="submit" className={button("quiet")}>
              {t("support.notSolved")}
            </button>
          </form>
        )}
      </div>
      <Escalation action={`${base}/escalate${search}`} {...escalation} />
      {isRequester && ticket.status !== "closed" && <Copies base={base} search={search} copies={copies} />}
    </div>
  );
}
