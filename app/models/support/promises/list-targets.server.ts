import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketTargets } from "#db/schema";
import { count } from "./clock";
import { readRules } from "./rules.server";

/** What was promised to a ticket, and how long its team has still, in seconds of the hours that count. */
export async function listTargets(db: Db, ticketId: string, now = new Date()) {
  const { kind, scheduleId, seconds, startedAt, dueAt, atRiskAt, breachedAt, endedAt, isMet } = ticketTargets;
  const found = await db
    .select({ kind, scheduleId, seconds, startedAt, dueAt, atRiskAt, breachedAt, endedAt, isMet })
    .from(ticketTargets)
    .where(eq(ticketTargets.ticketId, ticketId))
    .orderBy(asc(kind), asc(startedAt));
  // Of each kind the last one: the others are history.
  const last = found.filter(({ kind }, i) => found[i + 1]?.kind !== kind);
  if (last.length === 0) return [];
  const { scheduleOf } = await readRules(db);
  return last.map(({ scheduleId, ...target }) => ({
    ...target,
    leftSeconds: target.dueAt && !target.endedAt ? count(scheduleOf(scheduleId), now, target.dueAt) : null,
  }));
}

/**
 * What a ticket's people were promised and is owed still: until when they get an answer, and a solution; undefined where
 * nobody promised it, it is there, or it waits for them.
 */
export async function findPromise(db: Db, ticketId: string) {
  const { kind, dueAt, breachedAt, endedAt } = ticketTargets;
  const owed = await db
    .select({ kind, dueAt, breachedAt, endedAt })
    .from(ticketTargets)
    .where(eq(ticketTargets.ticketId, ticketId))
    .orderBy(asc(dueAt));
  const of = (...kinds: string[]) => {
    const target = owed.find((one) => kinds.includes(one.kind) && !one.endedAt && one.dueAt);
    return target?.dueAt ? { at: target.dueAt, isLate: target.breachedAt !== null } : undefined;
  };
  return { answer: of("first_response", "next_response"), solution: of("resolution") };
}
