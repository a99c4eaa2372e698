import { and, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketMessages, ticketPeople, tickets } from "#db/schema";
import { htmlVersion } from "../../core/text/markdown.server";
import { unlearnTickets } from "../categories/learn-ticket.server";
import { restorableFor } from "./put-away-ticket.server";

const day = 24 * 60 * 60_000;

/** Spam and deleted tickets are gone for good once nobody can restore them any more, and what was merged into them with them. */
export async function forgetPutAwayTickets(db: Db, at: Date): Promise<void> {
  const since = sql`coalesce(${tickets.deletedAt}, ${tickets.spamAt})`;
  const before = new Date(at.getTime() - restorableFor * day);
  const gone = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(or(isNotNull(tickets.deletedAt), isNotNull(tickets.spamAt)), lt(since, before.toISOString())));
  await db.delete(tickets).where(or(inArray(tickets.id, gone), inArray(tickets.mergedInto, gone)));
}

interface Forget {
  id: string;
  email: string | null;
  /** Also what they wrote; the team's answers go with their tickets. */
  texts: "kept" | "removed";
}

/** The account is deleted: no ticket says any more who it was, and no link in a mail opens one. */
export async function forgetTicketPerson(tx: Db, { id, email, texts }: Forget): Promise<void> {
  const isTheirs = or(eq(ticketPeople.userId, id), email ? eq(ticketPeople.email, email) : undefined);
  await tx
    .update(ticketPeople)
    .set({ userId: id, email: null, name: "", keyVersion: sql`${ticketPeople.keyVersion} + 1` })
    .where(isTheirs);
  if (texts === "kept") return;
  const own = tx
    .select({ id: ticketPeople.ticketId })
    .from(ticketPeople)
    .where(and(eq(ticketPeople.userId, id), eq(ticketPeople.role, "requester")));
  await unlearnTickets(tx, own);
  await tx.delete(tickets).where(inArray(tickets.id, own));
  const left = tx.select({ id: ticketPeople.id }).from(ticketPeople).where(eq(ticketPeople.userId, id));
  await tx
    .update(ticketMessages)
    .set({ bodyMarkdown: "", bodyHtml: "", htmlVersion })
    .where(inArray(ticketMessages.personId, left));
}
