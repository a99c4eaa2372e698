import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { DomainError } from "../domain-error";
import { mayAdminister } from "./policy";
import type { Viewer } from "./viewer";

/** The address of the person who looks; nobody else's is ever shown to them. */
export async function findOwnEmail(db: Db, viewer: NonNullable<Viewer>): Promise<string | null> {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, viewer.id));
  return user?.email ?? null;
}

const mostListed = 100;

/** For administrators: staff first, then by name; `search` is the beginning of a name or an address. */
export async function listUsers(db: Db, viewer: Viewer, search: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const beginning = `${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .select({ id: users.id, name: users.name, email: users.email, role: users.role, createdAt: users.createdAt })
    .from(users)
    .where(
      and(
        isNull(users.deletedAt),
        or(sql`lower(${users.name}) like ${beginning}`, sql`${users.email} like ${beginning}`),
      ),
    )
    .orderBy(sql`${users.role} = 'member'`, asc(users.name), asc(users.id))
    .limit(mostListed);
}

/** One of them. */
export async function findUser(db: Db, viewer: Viewer, userId: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const [user] = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (!user) throw new DomainError("notFound");
  return user;
}
