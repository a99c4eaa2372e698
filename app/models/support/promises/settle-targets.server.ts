import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { events, ticketCategories, ticketPeople, tickets, ticketTargets, users } from "#db/schema";
import { recordEvents } from "../../core/events/record.server";
import type { EventType } from "../../core/events/types";
import { groupPairs } from "../../core/group-pairs";
import { addressOfPerson } from "../tickets/person-by-address.server";
import { isElsewhere } from "./is-elsewhere.server";
import { holdRules, type PromiseRules, readRules } from "./rules.server";
import { type Change, type PromiseFacts, type Settled, settle, type Target } from "./targets";

interface SettleTargets {
  /** Of tickets that nobody else changes meanwhile. */
  ticketIds: string[];
  /** Somebody of the team has answered them just now. */
  isAnswered?: boolean;
  at: Date;
}

/**
 * Brings what is promised to tickets up to date, in the transaction that changed them or as time has passed: their targets, by
 * when they are due, and what has to be told of it. Done again it changes nothing.
 */
export async function settleTargets(tx: Db, { ticketIds, isAnswered = false, at }: SettleTargets): Promise<void> {
  if (ticketIds.length === 0) return;
  const [, rules] = await Promise.all([holdRules(tx), readRules(tx)]);
  const found = await readFacts(tx, ticketIds, rules);
  const settled = found.map(({ ticket, facts, before }) => {
    const { scheduleOf, riskPercent } = rules;
    const promises = rules.promisesFor(ticket);
    return { ticket, before, ...settle({ facts, promises, before, scheduleOf, riskPercent, isAnswered, at }) };
  });
  await writeTargets(tx, settled);
  await writeTickets(tx, settled);
  const told = settled
    .flatMap(({ ticket, told }) => told.map((one) => ({ ticketId: ticket.id, ...one })))
    .sort((one, other) => +one.at - +other.at);
  await recordEvents(
    tx,
    told.map(({ type, ticketId, target, dueAt, at }) => ({
      ...{ type, actorId: null, ticketId, at },
      data: { target, dueAt: dueAt.toISOString() },
    })),
  );
}

/** The same, of tickets that are kept still until the transaction ends, in the order in which everybody holds them. */
export async function settleHeld(tx: Db, ticketIds: string[], at: Date): Promise<void> {
  if (ticketIds.length === 0) return;
  await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(isAnyOf(tickets.id, ticketIds))
    .orderBy(asc(tickets.year), asc(tickets.serial))
    .for("update");
  await settleTargets(tx, { ticketIds, at });
}

type Written = Settled & { ticket: Facts["ticket"]; before: Target[] };

async function writeTargets(tx: Db, settled: Written[]): Promise<void> {
  const dropped = settled.flatMap(({ ticket, dropped }) =>
    dropped.map(({ kind, startedAt }) => ({ ticket_id: ticket.id, kind, started_at: startedAt })),
  );
  if (dropped.length > 0)
    await tx.execute(sql`delete from ticket_targets using
      jsonb_to_recordset(${JSON.stringify(dropped)}::jsonb)
        as gone (ticket_id uuid, kind ticket_target_kind, started_at timestamptz)
      where ticket_targets.ticket_id = gone.ticket_id and ticket_targets.kind = gone.kind
        and ticket_targets.started_at = gone.started_at`);
  const changed = settled.flatMap(({ ticket, targets, before }) =>
    targets.filter((target) => !before.some((old) => isSame(old, target))).map((target) => rowOf(ticket.id, target)),
  );
  if (changed.length === 0) return;
  await tx.execute(sql`insert into ticket_targets
    select * from jsonb_populate_recordset(null::ticket_targets, ${JSON.stringify(changed)}::jsonb)
    on conflict (ticket_id, kind, started_at) do update set policy_id = excluded.policy_id,
      schedule_id = excluded.schedule_id, seconds = excluded.seconds, risk_at = excluded.risk_at, due_at = excluded.due_at,
      at_risk_at = excluded.at_risk_at, breached_at = excluded.breached_at, ended_at = excluded.ended_at,
      is_met = excluded.is_met, used_seconds = excluded.used_seconds, next_at = excluded.next_at`);
}

const rowOf = (ticketId: string, target: Target) => ({
  ticket_id: ticketId,
  kind: target.kind,
  started_at: target.startedAt,
  policy_id: target.policyId,
  schedule_id: target.scheduleId,
  seconds: target.seconds,
  risk_at: target.riskAt,
  due_at: target.dueAt,
  at_risk_at: target.atRiskAt,
  breached_at: target.breachedAt,
  ended_at: target.endedAt,
  is_met: target.isMet,
  used_seconds: target.usedSeconds,
  next_at: target.nextAt,
});

const isSame = (one: Target, other: Target): boolean =>
  (Object.keys(one) as (keyof Target)[]).every((key) => plain(one[key]) === plain(other[key]));

const plain = (value: Target[keyof Target]) => (value instanceof Date ? +value : value);

async function writeTickets(tx: Db, settled: Written[]): Promise<void> {
  const changed = settled
    .filter(({ ticket, dueAt, promise }) => +(ticket.dueAt ?? 0) !== +(dueAt ?? 0) || ticket.promise !== promise)
    .map(({ ticket, dueAt, promise }) => ({ id: ticket.id, due_at: dueAt, promise }));
  if (changed.length === 0) return;
  await tx.execute(sql`update tickets set due_at = changed.due_at, promise = changed.promise
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      as changed (id uuid, due_at timestamptz, promise ticket_promise)
    where tickets.id = changed.id`);
}

/** What happened to a ticket that its clock goes by. */
export const heeded = [
  "ticket.opened",
  "ticket.moved",
  "ticket.merged",
  "ticket.unmerged",
  "ticket.marked_spam",
  "ticket.deleted",
  "ticket.restored",
  "ticket.raised",
  "ticket.escalation_accepted",
] as const satisfies readonly EventType[];

interface Happened {
  ticketId: string | null;
  type: (typeof heeded)[number];
  data: unknown;
  at: Date;
}

type Facts = Awaited<ReturnType<typeof readFacts>>[number];

/** Tickets as their promised times see them, with the targets that they have. */
export async function readFacts(
  tx: Db,
  ticketIds: string[],
  { isBesideFreshdesk }: Pick<PromiseRules, "isBesideFreshdesk">,
) {
  const [found, before, happened] = await Promise.all([
    selectTickets(tx, ticketIds),
    tx.select().from(ticketTargets).where(isAnyOf(ticketTargets.ticketId, ticketIds)),
    tx
      .select({ ticketId: events.ticketId, type: events.type, data: events.data, at: events.createdAt })
      .from(events)
      .where(and(isAnyOf(events.ticketId, ticketIds), inArray(events.type, [...heeded])))
      .orderBy(asc(events.id)),
  ]);
  const targets = groupPairs(before.map(({ ticketId, ...target }) => [ticketId, target]));
  const histories = groupPairs((happened as Happened[]).map((one) => [one.ticketId, one]));
  return found.map(({ isHandedOver, ...ticket }) => {
    const history = histories.get(ticket.id) ?? [];
    const facts: PromiseFacts = {
      ...ticket,
      isForThem: isForThem(history),
      isElsewhere: isHandedOver && !isBesideFreshdesk,
      history: history.flatMap(changeOf),
    };
    return { ticket, facts, before: targets.get(ticket.id) ?? [] };
  });
}

/** What policies know of tickets, and how they stand. */
export function selectTickets(tx: Db, ticketIds: string[]) {
  const { id, createdAt, status, tier, firstAnsweredAt, unansweredSince, resolvedAt, dueAt, promise } = tickets;
  const { categoryId, priority, tags, domain } = tickets;
  return tx
    .select({
      ...{ id, createdAt, status, tier, firstAnsweredAt, unansweredSince, resolvedAt, dueAt, promise },
      ...{ categoryId, priority, tags, domain },
      usualPriority: ticketCategories.usualPriority,
      address: sql<string | null>`${addressOfPerson}`,
      isVip: sql<boolean>`exists (select from support_vips where support_vips.address in (${addressOfPerson}, ${domain}))`,
      isHandedOver: isElsewhere,
    })
    .from(tickets)
    .innerJoin(ticketCategories, eq(ticketCategories.id, categoryId))
    .leftJoin(ticketPeople, and(eq(ticketPeople.ticketId, id), eq(ticketPeople.role, "requester")))
    .leftJoin(users, eq(users.id, ticketPeople.userId))
    .where(isAnyOf(id, ticketIds));
}

/** The team opened it for somebody; what was split off waits for its answer like what it was split from. */
function isForThem(history: Happened[]): boolean {
  const { by, splitFrom } = (history.find(({ type }) => type === "ticket.opened")?.data ?? {}) as {
    by?: string;
    splitFrom?: string;
  };
  return by === "agent" && !splitFrom;
}

function changeOf({ type, data, at }: Happened): Change[] {
  const { to } = data as { to: never };
  switch (type) {
    case "ticket.opened":
      return [];
    case "ticket.moved":
      return [{ at, to }];
    case "ticket.raised":
    case "ticket.escalation_accepted":
      return [{ at, tier: to }];
    case "ticket.merged":
    case "ticket.unmerged":
      return [{ at, why: "merged", isAway: type === "ticket.merged" }];
    default:
      return [{ at, why: "put away", isAway: type !== "ticket.restored" }];
  }
}
