import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments, freshdeskHandovers, ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import { addressOfPerson } from "../tickets/person-by-address.server";

/** What Freshdesk is to learn of a ticket of ours; undefined where it learns nothing, being put away or restricted. */
export async function findHandedTicket(db: Db, ticketId: string) {
  const { year, serial, subject, status, priority, categoryId, language, rating, ratingText } = tickets;
  const [found] = await db
    .select({
      number: { year, serial },
      ...{ subject, status, priority, categoryId, language, rating, ratingText },
      isRestricted: tickets.isRestricted,
      deletedAt: tickets.deletedAt,
      spamAt: tickets.spamAt,
      requester: {
        id: users.id,
        name: ticketPeople.name,
        accountName: users.name,
        address: addressOfPerson,
      },
      requesterId: freshdeskHandovers.requesterId,
    })
    .from(tickets)
    .innerJoin(freshdeskHandovers, eq(freshdeskHandovers.ticketId, tickets.id))
    .innerJoin(
      ticketPeople,
      and(eq(ticketPeople.ticketId, tickets.id), eq(ticketPeople.role, "requester"), isNull(ticketPeople.removedAt)),
    )
    .leftJoin(users, eq(users.id, ticketPeople.userId))
    .where(eq(tickets.id, ticketId));
  const isWithheld = !found || found.isRestricted || found.deletedAt || found.spamAt;
  return isWithheld ? undefined : found;
}

export type HandedTicket = NonNullable<Awaited<ReturnType<typeof findHandedTicket>>>;

/** The most that Freshdesk takes of the files of one ticket together. */
const mostBytes = 20_000_000;

/** What was said in a ticket, as Freshdesk is to show it; never what only the team sees. */
export async function findHandedMessage(db: Db, messageId: string) {
  const { id, bodyHtml, agentId, personId, kind } = ticketMessages;
  const [message] = await db
    .select({
      html: bodyHtml,
      isByRequester: sql<boolean>`coalesce(${ticketPeople.role} = 'requester', false)`,
      name: sql<string>`coalesce(${users.name}, nullif(${ticketPeople.name}, ''), ${ticketPeople.email}, '')`,
    })
    .from(ticketMessages)
    .leftJoin(ticketPeople, eq(ticketPeople.id, personId))
    .leftJoin(users, eq(users.id, sql`coalesce(${agentId}, ${ticketPeople.userId})`))
    .where(and(eq(id, messageId), eq(kind, "message")));
  return message && { ...message, files: await listHandedFiles(db, messageId) };
}

/** The files of a message, and whether each still fits after all that came before it in the ticket. */
async function listHandedFiles(db: Db, messageId: string) {
  const { id, name, mediaType, storageKey, bytes, removedAt, ticketMessageId } = attachments;
  const files = await db
    .select({ messageId: ticketMessageId, name, type: mediaType, storageKey, bytes })
    .from(attachments)
    .innerJoin(ticketMessages, eq(ticketMessages.id, ticketMessageId))
    .where(
      and(
        sql`${ticketMessages.ticketId} = (select ticket_id from ticket_messages asked where asked.id = ${messageId})`,
        eq(ticketMessages.kind, "message"),
        isNull(removedAt),
      ),
    )
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id), asc(attachments.position), asc(id));
  let sum = 0;
  return files
    .map((file) => {
      const fits = sum + file.bytes <= mostBytes;
      if (fits) sum += file.bytes;
      return { ...file, fits };
    })
    .filter((file) => file.messageId === messageId);
}

/** The number in Freshdesk of a ticket of ours: null while it is on its way, undefined where it does not go there. */
export async function findHandedNumber(db: Db, ticketId: string): Promise<number | null | undefined> {
  const [handover] = await db
    .select({ number: freshdeskHandovers.number })
    .from(freshdeskHandovers)
    .where(eq(freshdeskHandovers.ticketId, ticketId));
  return handover?.number;
}

/** Whether a ticket there is one of ours. */
export const isHandedOver = async (db: Db, number: number): Promise<boolean> =>
  (await db.$count(freshdeskHandovers, eq(freshdeskHandovers.number, number))) > 0;

/** Whose it is there, and the status that we are about to give it: when it shows, it is no news. */
export async function noteHandover(
  db: Db,
  ticketId: string,
  known: { status?: number | null; requesterId?: string | null },
): Promise<void> {
  await db.update(freshdeskHandovers).set(known).where(eq(freshdeskHandovers.ticketId, ticketId));
}
