import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys, users } from "#db/schema";
import { DomainError } from "../domain-error";
import { addressOrPart } from "../text/address";
import { shownAddress } from "../text/shown-address.server";
import { handlers, isStaff, mayAdminister, mayHandleTickets } from "./policy";
import type { Viewer } from "./viewer";

/** The address of the person who looks; nobody else's is ever shown to them. */
export async function findOwnEmail(db: Db, viewer: NonNullable<Viewer>): Promise<string | null> {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, viewer.id));
  return user?.email ?? null;
}

/** The viewer's own address, with letters beyond ASCII shown as such. */
export async function findShownEmail(db: Db, viewer: NonNullable<Viewer>): Promise<string | null> {
  const email = await findOwnEmail(db, viewer);
  return email && shownAddress(email);
}

const mostListed = 100;
/** So many of those who match are sorted: a beginning that many share has to become longer. */
const mostSorted = 1000;

/** For administrators: staff first, then by name; `search` is the beginning of a name or an address. */
export async function listUsers(db: Db, viewer: Viewer, search: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { id, name, email, role, createdAt } = users;
  const owners = db.select({ userId: passkeys.userId }).from(passkeys);
  const hasPasskey = sql<boolean>`${inArray(id, owners)}`.as("has_passkey");
  const everybody = db.select({ id, name, email, role, createdAt, hasPasskey }).from(users);
  if (!search) {
    return everybody
      .where(isNull(users.deletedAt))
      .orderBy(sql`${role} = 'member'`, asc(name), asc(id))
      .limit(mostListed);
  }
  const beginning = `${addressOrPart(search).replace(/[\\%_]/g, "\\$&")}%`;
  const isMeant = or(sql`lower(${name}) like ${beginning}`, sql`${email} like ${beginning}`);
  const found = everybody
    .where(and(isNull(users.deletedAt), isMeant))
    .limit(mostSorted)
    .as("found");
  return db
    .select()
    .from(found)
    .orderBy(sql`${found.role} = 'member'`, asc(found.name), asc(found.id))
    .limit(mostListed);
}

/** One user of the list. Throws `forbidden` or `notFound`. */
export async function findUser(db: Db, viewer: Viewer, userId: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const [user] = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (!user) throw new DomainError("notFound");
  return user;
}

/** Everybody of the team, for those who belong to it. */
export async function listTeam(db: Db, viewer: Viewer) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  const { id, name, role } = users;
  return db
    .select({ id, name })
    .from(users)
    .where(and(sql`${role} <> 'member'`, isNull(users.deletedAt)))
    .orderBy(asc(name), asc(id))
    .limit(mostListed);
}

/** Those of the team who handle tickets, for those who do so. */
export async function listHandlers(db: Db, viewer: Viewer) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const { id, name, role } = users;
  return db
    .select({ id, name })
    .from(users)
    .where(and(sql`${role} <> 'member'`, inArray(role, [...handlers]), isNull(users.deletedAt)))
    .orderBy(asc(name), asc(id))
    .limit(mostListed);
}
