import { setImmediate } from "node:timers/promises";
import { and, desc, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { statusesUnderWay } from "../tickets/lifecycle";
import type { TicketNumber } from "../tickets/ticket-number";
import { handledTickets, listedTickets } from "../tickets/visible-tickets.server";
import { type OtherRules, type PromiseRules, readRules } from "./rules.server";
import { readFacts } from "./settle-targets.server";
import { settle } from "./targets";

/** So many tickets are looked at; and so many at a time, before others have their turn. */
const mostTried = 1000;
const stride = 50;

const mostShown = 20;

/** What a ticket would have. */
interface Outcome {
  /** Null where no policy is for it. */
  policyId: number | null;
  dueAt: Date | null;
  isBreached: boolean;
}

export interface Changed {
  number: TicketNumber;
  subject: string;
  before: Outcome;
  after: Outcome;
}

export interface TriedRules {
  /** So many were looked at, the newest under way. */
  looked: number;
  /** So many would have another policy, another due time, or be breached at once. */
  policy: number;
  due: number;
  breached: number;
  changed: Changed[];
}

/** What other rules would mean for the newest tickets under way; nothing is changed. Throws `forbidden`. */
export async function tryRules(db: Db, viewer: User, other: OtherRules, at = new Date()): Promise<TriedRules> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const now = await readRules(db);
  const then = await readRules(db, other);
  const newest = await listNewest(db, viewer);
  const changed: Changed[] = [];
  for (let i = 0; i < newest.length; i += stride) {
    const some = new Map(newest.slice(i, i + stride).map((one) => [one.id, one]));
    for (const { ticket, facts, before } of await readFacts(db, [...some.keys()], now)) {
      const outcomeBy = (rules: PromiseRules): Outcome => {
        const { scheduleOf, riskPercent } = rules;
        const promises = rules.promisesFor(ticket);
        const { dueAt, promise } = settle({
          ...{ facts, promises, before, scheduleOf, riskPercent, isAnswered: false, at },
        });
        const policy = rules.policyFor(ticket);
        return { policyId: policy?.id ?? null, dueAt, isBreached: promise === "breached" };
      };
      const { number, subject } = some.get(ticket.id) as (typeof newest)[number];
      changed.push({ number, subject, before: outcomeBy(now), after: outcomeBy(then) });
    }
    await setImmediate();
  }
  return sumUp(changed);
}

const listNewest = (db: Db, viewer: User) =>
  db
    .select({ id: tickets.id, number: { year: tickets.year, serial: tickets.serial }, subject: tickets.subject })
    .from(tickets)
    .where(and(listedTickets(), inArray(tickets.status, [...statusesUnderWay]), handledTickets(viewer)))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(mostTried);

function sumUp(tried: Changed[]): TriedRules {
  const hasOther = {
    policy: ({ before, after }: Changed) => before.policyId !== after.policyId,
    due: ({ before, after }: Changed) => +(before.dueAt ?? 0) !== +(after.dueAt ?? 0),
    breached: ({ before, after }: Changed) => after.isBreached && !before.isBreached,
  };
  const count = (which: (one: Changed) => boolean) => tried.filter(which).length;
  return {
    looked: tried.length,
    policy: count(hasOther.policy),
    due: count(hasOther.due),
    breached: count(hasOther.breached),
    changed: tried.filter((one) => hasOther.policy(one) || hasOther.due(one)).slice(0, mostShown),
  };
}
