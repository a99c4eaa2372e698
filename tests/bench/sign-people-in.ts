import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { sessions } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { copyInto } from "./seed/copy";
import { newcomers } from "./seed/size";

const month = 30 * 86_400_000;

export interface People {
  /** Somebody with votes and follows, and the session of their browser. */
  member: User;
  memberSession: string;
  /** Of somebody who may move posts. */
  maintainerSession: string;
  /** Sessions of people who have voted for nothing yet. */
  newcomers: string[];
  /** Ids of others like them, who never sign in. */
  strangers: string[];
}

const strangers = 1000;

/** Signs people in, as app/http/session.server.ts would: what the cookie says is stored as its hash. */
export async function signPeopleIn(sql: Sql): Promise<People> {
  const users = await sql<User[]>`select id, name, role, language from users where role = 'member' order by id`;
  const [maintainer] = await sql<
    User[]
  >`select id, name, role, language from users where role = 'maintainer' order by id`;
  const member = users[0];
  if (!member || !maintainer) throw new Error("There is nobody.");
  const newest = users.slice(-newcomers);
  const [memberSession = "", maintainerSession = "", ...others] = await addSessions(sql, [
    member,
    maintainer,
    ...newest.slice(strangers),
  ]);
  const ids = newest.slice(0, strangers).map(({ id }) => id);
  return { member, memberSession, maintainerSession, newcomers: others, strangers: ids };
}

/** Resolves to what the cookie of each says. */
export async function addSessions(sql: Sql, people: Pick<User, "id">[]): Promise<string[]> {
  const tokens = people.map(() => randomBytes(20).toString("hex"));
  const expiresAt = new Date(Date.now() + month);
  const rows = people.map(({ id: userId }, i) => ({ id: hash(tokens[i] ?? ""), userId, expiresAt }));
  await copyInto(sql, sessions, rows);
  return tokens;
}

const hash = (token: string): string => createHash("sha256").update(token).digest("hex");
