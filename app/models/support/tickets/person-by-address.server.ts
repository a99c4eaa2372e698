import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { ticketPeople, users } from "#db/schema";

/** Where mail reaches one of a ticket's people: rows of `ticket_people` with their `users`, if they have an account. */
export const addressOfPerson: SQL<string> = sql<string>`coalesce(${users.email}, ${ticketPeople.email})`;

/** Mail goes there: they read the ticket still, and have no account that may not sign in. */
export const isReachedByMail: SQL | undefined = and(
  isNull(ticketPeople.removedAt),
  ne(addressOfPerson, ""),
  or(isNull(users.id), isNull(users.blockedAt)),
);

/** Who of a ticket's people has this address, and whether their account is blocked. */
export async function findPersonByAddress(db: Db, ticketId: string, address: string) {
  const [person] = await db
    .select({ id: ticketPeople.id, isBlocked: sql<boolean>`${users.blockedAt} is not null` })
    .from(ticketPeople)
    .leftJoin(users, eq(users.id, ticketPeople.userId))
    .where(and(eq(ticketPeople.ticketId, ticketId), isNull(ticketPeople.removedAt), eq(addressOfPerson, address)));
  return person;
}

interface NewCopy {
  ticketId: string;
  address: string;
  /** What whoever has no account is called, and spoken to in. */
  name?: string;
  language: string;
  at: Date;
}

/** Adds somebody to a ticket: the account of that address, or whoever has it. Resolves to the id among its people. */
export async function addCopy(tx: Db, { ticketId, address, name = "", language, at }: NewCopy): Promise<string> {
  const [account] = await tx
    .select({ userId: users.id, language: users.language })
    .from(users)
    .where(and(eq(users.email, address), isNull(users.blockedAt)));
  const id = uuid();
  const person = account ?? { email: address, name, language };
  await tx.insert(ticketPeople).values({ id, ticketId, role: "copy", ...person, createdAt: at });
  return id;
}
