import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import { warmUp } from "~/models/core/text/markdown.server";
import { listHandlers } from "~/models/core/users/queries.server";
import { listSavedRepliesFor } from "~/models/feedback/saved-replies/queries.server";
import { suggestArticles } from "~/models/help/answers/suggest-articles.server";
import { categoryName, namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { proposeCategory } from "~/models/support/categories/propose-category.server";
import { findEscalation } from "~/models/support/escalations/find-escalation.server";
import { listTargets } from "~/models/support/promises/list-targets.server";
import {
  findQuestion,
  listTicketMessages,
  listTicketPeople,
  listTicketPosts,
} from "~/models/support/tickets/find-ticket.server";
import { listTicketFiles } from "~/models/support/tickets/list-ticket-files.server";
import { listOthersOfCompany, listOthersOfRequester } from "~/models/support/tickets/other-tickets.server";
import { listSplits } from "~/models/support/tickets/splits.server";
import { listTicketHistory } from "~/models/support/tickets/ticket-history.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { listWriters } from "~/models/support/tickets/ticket-writers.server";
import { handledTickets } from "~/models/support/tickets/visible-tickets.server";
import { writersOf } from "~/models/support/tickets/writers";
import { loadAlike } from "../load-alike.server";
import { requireTicket } from "./require-ticket.server";

export type TicketData = SerializeFrom<typeof loadTicket>;

/** All that the page of a ticket shows to the team. */
export async function loadTicket(args: LoaderFunctionArgs) {
  const { viewer, ticket } = await requireTicket(args);
  const { db, words } = args.context;
  warmUp();
  const [messages, people, posts, others, history, categories, team, savedReplies, writers, splits] = await Promise.all(
    [
      listTicketMessages(db, ticket.id, { withNotes: true }),
      listTicketPeople(db, ticket.id),
      listTicketPosts(db, viewer, ticket.id),
      listOthersOfRequester(db, viewer, ticket.id),
      listTicketHistory(db, ticket.id),
      listTicketCategories(db, { archived: true }),
      listHandlers(db, viewer),
      listSavedRepliesFor(db, viewer, "ticket"),
      listWriters(db, viewer, ticket.id),
      listSplits(db, ticket.id, handledTickets(viewer)),
    ],
  );
  const { id: ticketId, domain } = ticket;
  const question = await findQuestion(db, ticketId);
  const { subject: title, text = "" } = { ...ticket, ...question };
  const asked = { viewer: null, language: words.language, title: title ?? ticket.subject, text: text ?? "" };
  const [escalation, alike, files, company, likely, targets, articles] = await Promise.all([
    findEscalation(db, ticketId),
    loadAlike(args.context, question, posts),
    listTicketFiles(db, messages),
    listOthersOfCompany(db, viewer, { ticketId, domain, theirs: others }),
    question && proposeCategory(db, question),
    listTargets(db, ticketId),
    // Whoever is answered may read these.
    suggestArticles(db, asked),
  ]);
  const number = writeTicketNumber(ticket);
  return {
    head: { title: `${number} ${ticket.subject}`, isPrivate: true },
    path: staffTicketPath(ticket),
    number,
    ticket: { ...ticket, categoryName: categoryName(words, ticket.category) },
    messages,
    splits,
    files,
    people,
    posts,
    alike,
    others,
    company,
    history,
    categories: namedCategories(words, categories),
    proposed:
      likely && likely.id !== ticket.category.id
        ? { id: likely.id, name: categoryName(words, likely), words: likely.words }
        : undefined,
    team,
    savedReplies,
    escalation,
    targets,
    articles: articles.map(({ number, title, language }) => ({ number, title, language })),
    writers: writersOf(words, writers),
    ids: { message: uuid(), note: uuid() },
  };
}
