import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Db } from "#db/client.server";
import { sessions, users } from "#db/schema";
import type { User } from "~/models/users/viewer";
import type { Visit } from "./visit.server";

// All of Lucia is in this file: its author has retired it (docs/decisions/002).

const life = new TimeSpan(30, "d");
export const sessionCookie = "session";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    UserId: string;
    DatabaseUserAttributes: typeof users.$inferSelect;
    DatabaseSessionAttributes: { createdAt?: Date | null };
  }
}

interface CurrentSession {
  user: User;
  /** Whether its life was just prolonged. */
  fresh: boolean;
  /** Null for sessions of before that was written down. */
  signedInAt: Date | null;
}

/** Who the cookie's session belongs to. */
export async function readSession(db: Db, id: string): Promise<CurrentSession | undefined> {
  const { session, user } = await luciaOn(db).validateSession(id);
  if (!session || user.blockedAt) return;
  const { name, role, language } = user;
  return { user: { id: user.id, name, role, language }, fresh: session.fresh, signedInAt: session.createdAt };
}

/** Signs `userId` in on this device. A session that the device had before ends: its id could have been planted. */
export async function startSession(visit: Visit, userId: string): Promise<void> {
  const lucia = luciaOn(visit.db);
  if (visit.sessionId) await lucia.invalidateSession(visit.sessionId);
  const session = await lucia.createSession(userId, {});
  visit.setCookie(sessionCookie, session.id, { maxAge: life.seconds() });
}

/** Signs this device out. */
export async function endSession(visit: Visit): Promise<void> {
  if (visit.sessionId) await luciaOn(visit.db).invalidateSession(visit.sessionId);
  visit.setCookie(sessionCookie, "", { maxAge: 0 });
}

/** Prolongs the cookie like the session behind it. */
export function refreshCookie(visit: Visit): void {
  if (visit.sessionId) visit.setCookie(sessionCookie, visit.sessionId, { maxAge: life.seconds() });
}

const instances = new WeakMap<Db, ReturnType<typeof createLucia>>();

function luciaOn(db: Db) {
  let lucia = instances.get(db);
  if (!lucia) instances.set(db, (lucia = createLucia(db)));
  return lucia;
}

function createLucia(db: Db) {
  const adapter = new DrizzlePostgreSQLAdapter(db as never, sessions as never, users as never);
  return new Lucia(hashingIds(adapter), {
    sessionExpiresIn: life,
    getSessionAttributes: ({ createdAt = null }) => ({ createdAt }),
    getUserAttributes: ({ name, role, language, blockedAt }) => ({ name, role, language, blockedAt }),
  });
}

/** Keeps only the hash of each session's id, so that a copy of the table signs nobody in. */
function hashingIds(adapter: Adapter): Adapter {
  const hash = (id: string) => createHash("sha256").update(id).digest("hex");
  const stored = (session: DatabaseSession) => ({ ...session, id: hash(session.id) });
  return {
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
    deleteSession: (id) => adapter.deleteSession(hash(id)),
    deleteUserSessions: (userId) => adapter.deleteUserSessions(userId),
    async getSessionAndUser(id) {
      const [session, user] = await adapter.getSessionAndUser(hash(id));
      return [session && { ...session, id }, user];
    },
    getUserSessions: (userId) => adapter.getUserSessions(userId),
    setSession: (session) => adapter.setSession(stored(session)),
    updateSessionExpiration: (id, expiresAt) => adapter.updateSessionExpiration(hash(id), expiresAt),
  };
}
