import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { sessions } from "#db/schema";
import type { User } from "~/models/users/viewer";
import { copyInto } from "./seed/copy";
import { newcomers } from "./seed/history";

const month = 30 * 86_400_000;

export interface People {
  /** Somebody with votes and follows, and the session of their browser. */
  member: User;
  memberSession: string;
  /** Sessions of people who have voted for nothing yet. */
  newcomers: string[];
}

/** Signs people in, as app/http/session.server.ts would: what the cookie says is stored as its hash. */
export async function signPeopleIn(sql: Sql): Promise<People> {
  const users = await sql<User[]>`select id, name, role, language from users where role = 'member' order by id`;
  const member = users[0];
  if (!member) throw new Error("There is nobody.");
  const [memberSession = "", ...others] = await addSessions(sql, [member, ...users.slice(-newcomers)]);
  return { member, memberSession, newcomers: others };
}

async function addSessions(sql: Sql, people: User[]): Promise<string[]> {
  const tokens = people.map(() => randomBytes(20).toString("hex"));
  const expiresAt = new Date(Date.now() + month);
  const rows = people.map(({ id: userId }, i) => ({ id: hash(tokens[i] ?? ""), userId, expiresAt }));
  await copyInto(sql, sessions, rows);
  return tokens;
}

const hash = (token: string): string => createHash("sha256").update(token).digest("hex");
