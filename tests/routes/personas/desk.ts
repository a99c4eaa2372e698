import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { assignTicket, restrictTicket } from "~/models/support/tickets/change-ticket.server";
import { putAwayTicket } from "~/models/support/tickets/put-away-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { addTicketPerson } from "~/models/support/tickets/ticket-people.server";
import { db } from "../../support/database";
import { addCategory, ask } from "../../support/tickets";
import type { People } from "./stage";

/** One of which every ticket was part. */
export const deskBulk = "0199a0b0-0000-7000-8000-00000000b01c";

/** Tickets of the author and of a guest: the voter reads one of them along, one is restricted, and one deleted. */
export async function setUpDesk({ ben, gus }: People) {
  const categoryId = await addCategory("Questions");
  const open = await ask(ben, { categoryId, subject: "About kwxdesksubject", body: "It says kwxdeskbody here." });
  const requester = { id: open.person.id, ticketId: open.id, userId: ben.id };
  await addTicketPerson(db, { requester, email: "kwxmaildave@example.com", language: "en" });
  const said = { viewer: gus, number: open };
  await answerTicket(db, { ...said, id: uuid(), kind: "message", body: "It says kwxdeskanswer here." });
  await answerTicket(db, { ...said, id: uuid(), kind: "note", body: "It says kwxdesknote here." });
  const restricted = await ask(ben, { categoryId, subject: "About kwxdeskrestricted" });
  await assignTicket(db, { viewer: gus, number: restricted, assigneeId: gus.id });
  await restrictTicket(db, { viewer: gus, number: restricted, isRestricted: true });
  const deleted = await ask(ben, { categoryId, subject: "About kwxdeskdeleted" });
  await putAwayTicket(db, { viewer: gus, number: deleted, as: "deleted" });
  const guest = { name: "kwxdeskguestname", email: "kwxdeskguestmail@example.org" };
  const guests = await ask(null, { categoryId, guest, subject: "About kwxdeskguesttitle" });
  await db.execute(sql`insert into bulk_actions (id, noun, actor_id, change)
    values (${deskBulk}, 'ticket', ${gus.id}, 'tag:loud')`);
  await db.execute(sql`insert into bulk_action_tickets (bulk_action_id, ticket_id, verdict, before, after)
    select ${deskBulk}, id, 'changed', '{}', '{}' from tickets`);
  return [open, restricted, deleted, guests].map(writeTicketNumber);
}
