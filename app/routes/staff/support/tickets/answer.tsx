import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import { isId } from "~/models/core/text/values";
import { listSavedRepliesFor } from "~/models/feedback/saved-replies/queries.server";
import { quoteArticle, quotedAs } from "~/models/help/articles/quote-article.server";
import { messageDraft } from "~/models/support/tickets/draft";
import { listTicketMessages } from "~/models/support/tickets/find-ticket.server";
import { ticketStatuses } from "~/models/support/tickets/lifecycle";
import { listTicketFiles } from "~/models/support/tickets/list-ticket-files.server";
import { findSavedReplyForTicket } from "~/models/support/tickets/saved-replies.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useWords } from "~/ui/frame";
import { TicketMessage } from "~/ui/ticket-message";
import { StaffPage } from "../../staff-page";
import { AnswerForms } from "./answer-forms";
import { requireTicket, requireTicketNumber } from "./require-ticket.server";

/** How much of the conversation stands above an answer that was refused. */
const shown = 5;

/**
 * The page of an answer that was refused: what came in between, and the form as it was filled in; or of one that begins with
 * a saved reply or an article, where there is no JavaScript.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, ticket } = await requireTicket(args);
  const { db, outgoing, query, words } = args.context;
  const path = staffTicketPath(ticket);
  const { submission } = outgoing;
  const [reply, article] = [query.number("reply"), query.number("article")];
  if (!submission && reply === undefined && article === undefined) throw redirect(path);
  const { id: sentId, kind = query.word("kind") } = submission?.payload ?? {};
  const [messages, savedReplies, saved, quoted] = await Promise.all([
    listTicketMessages(db, ticket.id, { withNotes: true }),
    listSavedRepliesFor(db, viewer, "ticket"),
    reply === undefined ? undefined : findSavedReplyForTicket(db, viewer, { id: reply, number: ticket, words }),
    article === undefined
      ? undefined
      : quoteArticle(db, {
          ...{ number: article, language: words.language, origin: args.context.origin },
          as: query.oneOf("as", quotedAs) ?? "link",
        }),
  ]);
  const id = isId(sentId) ? sentId : uuid();
  const shownMessages = messages.slice(-shown);
  return {
    head: { title: `${writeTicketNumber(ticket)} ${ticket.subject}`, isPrivate: true },
    path,
    status: ticket.status,
    subject: ticket.subject,
    messages: shownMessages,
    files: await listTicketFiles(db, shownMessages),
    savedReplies,
    body: saved ?? quoted,
    kind: kind === "note" ? ("note" as const) : ("message" as const),
    ids: { message: id, note: id },
  };
}

const form = messageDraft.extend({
  kind: z.enum(["message", "note"]),
  next: z.enum(ticketStatuses).optional(),
  seen: z.uuid().optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { viewer, number } = requireTicketNumber(args);
  const answer = await readForm(args, form);
  const { id } = await answerTicket(args.context.db, { viewer, number, ...answer });
  const key = answer.kind === "note" ? "done.ticketNoted" : "done.ticketAnswered";
  return doneAt(`${staffTicketPath(number)}#message-${id}`, args.context, key);
}

export default function Answer() {
  const { t } = useWords();
  const { path, subject, status, messages, files, savedReplies, body, kind, ids } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="support">
      <p className="mt-4">
        <a href={path} dir="auto" className="text-accent underline">
          {subject}
        </a>
      </p>
      <ol aria-label={t("tickets.conversation")} className="mt-4 space-y-4">
        {messages.map((message) => (
          <li key={message.id}>
            <TicketMessage message={message} files={files[message.id]} />
          </li>
        ))}
      </ol>
      <AnswerForms
        {...{ path, status, ids, kind, savedReplies, body }}
        articles={[]}
        seen={messages.at(-1)?.id}
        lastResult={useActionData<typeof action>()}
      />
    </StaffPage>
  );
}
