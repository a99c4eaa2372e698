import { and, eq, exists, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { attachments, ticketMessages, ticketPeople, tickets } from "#db/schema";
import { mayHandleTickets } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { isTicketKey, personInKey, readForwardKey } from "./keys.server";
import { ticketLimits } from "./limits";
import { handledTickets, isViewerIn, standingTickets } from "./visible-tickets.server";

const { forwardedTo } = ticketMessages;
const day = 24 * 60 * 60_000;

interface Asking {
  viewer: Viewer;
  /** The key of the link that they came by, and the secret that it is made of. */
  key?: string;
  secret: string;
  at?: Date;
}

/**
 * The files of what somebody reads in tickets: whoever handles a ticket sees all of its files, its people those of what was
 * said to or by them, somebody outside for a while those of the mail that was forwarded to them, and nobody else any.
 */
export async function visibleTicketFiles(db: Db, { viewer, key, secret, at = new Date() }: Asking): Promise<SQL> {
  const holder = key === undefined ? undefined : await findKeyHolder(db, key, secret);
  const forwarded = key === undefined ? undefined : readForwardKey(secret, key);
  const isThey = or(viewer ? isViewerIn(db, viewer) : undefined, holder ? eq(ticketPeople.id, holder) : undefined);
  const isTeam = viewer !== null && mayHandleTickets(viewer);
  const isReader = or(
    isTeam ? (handledTickets(viewer) ?? sql`true`) : undefined,
    isThey && isReadBy(db, isThey),
    forwarded
      ? and(eq(ticketMessages.id, forwarded), isNotNull(forwardedTo), isFresh(at), standingTickets())
      : undefined,
  );
  if (!isReader) return sql`false`;
  return exists(
    db
      .select({ one: sql`1` })
      .from(ticketMessages)
      .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
      .where(and(eq(ticketMessages.id, attachments.ticketMessageId), isNull(attachments.removedAt), isReader)),
  );
}

/** The links of a forwarded mail still open its files. */
const isFresh = (at: Date) => gt(ticketMessages.createdAt, new Date(at.getTime() - ticketLimits.forwarded.days * day));

/** What one of a ticket's people sees of it: their ticket, or the one that it was merged into, with all that is part of that. */
function isReadBy(db: Db, isThey: SQL): SQL | undefined {
  const asked = alias(tickets, "asked");
  const home = alias(tickets, "home");
  const isStanding = (table: typeof asked | typeof home) => and(isNull(table.deletedAt), isNull(table.spamAt));
  const reading = db
    .select({ one: sql`1` })
    .from(ticketPeople)
    .innerJoin(asked, eq(asked.id, ticketPeople.ticketId))
    .innerJoin(
      home,
      eq(
        home.id,
        sql`case when ${ticketPeople.role} = 'requester' then coalesce(${asked.mergedInto}, ${asked.id}) else ${asked.id} end`,
      ),
    )
    .where(
      and(
        isThey,
        isNull(ticketPeople.removedAt),
        isStanding(asked),
        isStanding(home),
        or(eq(home.id, tickets.id), eq(home.id, tickets.mergedInto)),
      ),
    );
  return and(eq(ticketMessages.kind, "message"), standingTickets(), exists(reading));
}

/** Whom of a ticket's people a key is for, if it is ours and they still read. */
export async function findKeyHolder(db: Db, key: string, secret: string): Promise<string | undefined> {
  const named = personInKey(key);
  if (!named) return;
  const { id, keyVersion, removedAt } = ticketPeople;
  const [person] = await db
    .select({ id, keyVersion })
    .from(ticketPeople)
    .where(and(eq(id, named), isNull(removedAt)));
  return person && isTicketKey(secret, key, person) ? person.id : undefined;
}
