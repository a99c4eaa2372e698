import type { Db } from "#db/client.server";
import type { Words } from "~/i18n";
import type { User } from "../../core/users/viewer";
import { fillIn } from "../../feedback/saved-replies/fill-in";
import { findSavedReply } from "../../feedback/saved-replies/queries.server";
import { categoryName } from "../categories/category-name";
import { findStaffTicket, listTicketPeople } from "./find-ticket.server";
import { type TicketNumber, writeTicketNumber } from "./ticket-number";

interface Filling {
  id: number;
  number: TicketNumber;
  words: Words;
}

/** The text of a saved reply with what it says of a ticket filled in; undefined where one of them is not there. */
export async function findSavedReplyForTicket(db: Db, viewer: User, { id, number, words }: Filling) {
  const [reply, ticket] = await Promise.all([findSavedReply(db, viewer, id), findStaffTicket(db, viewer, number)]);
  if (!reply || !ticket) return;
  const people = await listTicketPeople(db, ticket.id);
  return fillIn(reply.body, {
    author: people.find(({ role }) => role === "requester")?.name || words.t("people.nameless"),
    title: ticket.subject,
    number: writeTicketNumber(ticket),
    category: categoryName(words, ticket.category),
  });
}
