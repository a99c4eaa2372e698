import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketPeople, tickets, users } from "#db/schema";
import type { RuleOccasion } from "#db/schema/support/ticket-rules";
import { handlers } from "../../core/users/policy";
import { statusesUnderWay } from "../tickets/lifecycle";
import { addressOfPerson } from "../tickets/person-by-address.server";
import { listedTickets } from "../tickets/visible-tickets.server";
import type { Loads } from "./rule";

/** Characters of a message that rules look at. */
const longestText = sql.raw("20000");

/** What rules know of tickets, the newest first: with what was said first, or last where they wait for that. */
export async function listFacts(db: Db, occasion: RuleOccasion, which: SQL | undefined, most: number) {
  const order = sql.raw(occasion === "answered" ? "desc" : "asc");
  const { id, year, serial, subject, categoryId, domain, language, tier, createdAt } = tickets;
  return db
    .select({
      id,
      number: { year, serial },
      subject,
      categoryId,
      domain,
      language,
      tier,
      address: sql<string | null>`${addressOfPerson}`,
      text: sql<string>`coalesce((select left(ticket_messages.body_markdown, ${longestText}) from ticket_messages
        where ticket_messages.ticket_id = tickets.id and ticket_messages.kind = 'message'
          and (ticket_messages.person_id is not null or ${occasion} <> 'answered')
        order by ticket_messages.created_at ${order}, ticket_messages.id ${order} limit 1), '')`,
    })
    .from(tickets)
    .innerJoin(ticketPeople, and(eq(ticketPeople.ticketId, id), eq(ticketPeople.role, "requester")))
    .leftJoin(users, eq(users.id, ticketPeople.userId))
    .where(and(listedTickets(), which))
    .orderBy(desc(createdAt), desc(id))
    .limit(most);
}

/** How many tickets under way each of these has, as far as they are of the team. */
export async function countLoads(tx: Db, ids: string[]): Promise<Loads> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({
      id: users.id,
      load: sql<number>`(select count(*)::int from tickets where tickets.assignee_id = users.id
        and tickets.deleted_at is null and tickets.spam_at is null and tickets.merged_into is null
        and tickets.status in ${[...statusesUnderWay]})`,
    })
    .from(users)
    .where(
      and(inArray(users.id, ids), inArray(users.role, [...handlers]), isNull(users.deletedAt), isNull(users.blockedAt)),
    )
    .orderBy(users.id);
  return new Map(found.map(({ id, load }) => [id, load]));
}
