import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { eq } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Db } from "#db/client.server";
import { sessions, users } from "#db/schema";
import { domainOf } from "~/models/core/text/address";
import type { User } from "~/models/core/users/viewer";
import { sessionCookieAt } from "./session-cookie";
import type { Visit } from "./visit.server";

// All of Lucia is in this file: its author has retired it (docs/decisions/002).

/** How long a session lasts without use; in any case it ends after half a year. */
const life = new TimeSpan(30, "d");
const longest = new TimeSpan(180, "d");
const hour = 60 * 60_000;

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    UserId: string;
    DatabaseUserAttributes: typeof users.$inferSelect;
    DatabaseSessionAttributes: {
      createdAt?: Date | null;
      seenAt?: Date | null;
      device?: string | null;
      way?: string | null;
      isByPasskey?: boolean;
    };
  }
}

interface CurrentSession {
  user: User;
  /** As in their preferences, where it is UTC until they choose. */
  timeZone: string;
  /** Whether its life was just prolonged. */
  fresh: boolean;
  /** Null for sessions of before that was written down. */
  signedInAt: Date | null;
  isByPasskey: boolean;
}

/**
 * The session with this id and its user; undefined where there is none or it has ended. `isProlonged`: whether to lengthen
 * its life, for who lengthens that of its cookie, too.
 */
export async function readSession(
  db: Db,
  id: string,
  { isProlonged = true } = {},
): Promise<CurrentSession | undefined> {
  const { session, user } = await luciaOn(db, isProlonged).validateSession(id);
  if (!session || user.blockedAt) return;
  if (isOver(session)) return void (await luciaOn(db).invalidateSession(id));
  await noteSeen(db, session);
  const { id: userId, name, role, language, timeZone, domain } = user;
  const { fresh, createdAt: signedInAt, isByPasskey } = session;
  return { user: { id: userId, name, role, language, domain }, timeZone, fresh, signedInAt, isByPasskey };
}

const isOver = ({ createdAt }: { createdAt: Date | null }): boolean =>
  createdAt !== null && Date.now() - createdAt.getTime() > longest.milliseconds();

/** Notes when a session was last used, to the hour, so that reading pages writes little. */
async function noteSeen(db: Db, { id, seenAt }: { id: string; seenAt: Date | null }): Promise<void> {
  if (seenAt && Date.now() - seenAt.getTime() < hour) return;
  await db
    .update(sessions)
    .set({ seenAt: new Date() })
    .where(eq(sessions.id, hash(id)));
}

/** Signs `userId` in on this device, who came by `way`. A session that the device had before ends: its id could have been planted. */
export async function startSession(visit: Visit, userId: string, way?: string): Promise<void> {
  const lucia = luciaOn(visit.db);
  if (visit.sessionId) await lucia.invalidateSession(visit.sessionId);
  const isByPasskey = way === "passkey";
  const session = await lucia.createSession(userId, { seenAt: new Date(), device: visit.device, way, isByPasskey });
  visit.outgoing.setCookie(sessionCookieAt(visit.origin), session.id, { maxAge: life.seconds() });
}

/** Signs this device out. */
export async function endSession(visit: Visit): Promise<void> {
  if (visit.sessionId) await luciaOn(visit.db).invalidateSession(visit.sessionId);
  visit.outgoing.setCookie(sessionCookieAt(visit.origin), "", { maxAge: 0 });
}

/** Prolongs the cookie like the session behind it. */
export function refreshCookie(visit: Visit): void {
  if (visit.sessionId)
    visit.outgoing.setCookie(sessionCookieAt(visit.origin), visit.sessionId, { maxAge: life.seconds() });
}

type Instances = WeakMap<Db, ReturnType<typeof createLucia>>;
const prolonging: Instances = new WeakMap();
const onlyReading: Instances = new WeakMap();

function luciaOn(db: Db, isProlonging = true) {
  const instances = isProlonging ? prolonging : onlyReading;
  let lucia = instances.get(db);
  if (!lucia) instances.set(db, (lucia = createLucia(db, isProlonging)));
  return lucia;
}

function createLucia(db: Db, isProlonging: boolean) {
  const hashing = hashingIds(new DrizzlePostgreSQLAdapter(db as never, sessions as never, users as never));
  const adapter = isProlonging ? hashing : { ...hashing, updateSessionExpiration: async () => {} };
  return new Lucia(adapter, {
    sessionExpiresIn: life,
    getSessionAttributes: ({ createdAt = null, seenAt = null, isByPasskey = false }) => ({
      createdAt,
      seenAt,
      isByPasskey,
    }),
    getUserAttributes: ({ name, role, language, timeZone, blockedAt, email }) => ({
      name,
      role,
      language,
      timeZone,
      blockedAt,
      domain: email ? domainOf(email) : undefined,
    }),
  });
}

const hash = (id: string) => createHash("sha256").update(id).digest("hex");

/** The id of the visit's session as the database has it. */
export const storedSessionId = ({ sessionId = "" }: Pick<Visit, "sessionId">): string => hash(sessionId);

/** Keeps only the hash of each session's id, so that a copy of the table signs nobody in. */
function hashingIds(adapter: Adapter): Adapter {
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
