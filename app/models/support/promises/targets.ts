import type { TicketTargetKind } from "#db/schema/support/promises";
import type { TicketPromise, TicketStatus } from "#db/schema/support/tickets";
import { isUnderWay } from "../tickets/lifecycle";
import { count, due, type Pause } from "./clock";
import type { Schedule } from "./schedule";

/** What changed how a ticket stands, in its order: its status, or whether it is out of the lists. */
export type Change =
  | { at: Date; to: TicketStatus }
  | { at: Date; isAway: boolean; why: "merged" | "put away" }
  | { at: Date; tier: number };

/** A ticket, as its promised times see it. */
export interface PromiseFacts {
  createdAt: Date;
  status: TicketStatus;
  tier: number;
  /** The team opened it for somebody: no first response is owed. */
  isForThem: boolean;
  /** Nothing is promised here, since another desk answers. */
  isElsewhere: boolean;
  firstAnsweredAt: Date | null;
  unansweredSince: Date | null;
  resolvedAt: Date | null;
  history: readonly Change[];
}

/** So much time, of whose hours. */
export interface Promised {
  policyId: number | null;
  scheduleId: number | null;
  seconds: number;
}

/** What is promised to a ticket, of each kind. */
export type Promises = Partial<Record<TicketTargetKind, Promised>>;

export interface Target extends Promised {
  kind: TicketTargetKind;
  startedAt: Date;
  riskAt: Date | null;
  dueAt: Date | null;
  atRiskAt: Date | null;
  breachedAt: Date | null;
  endedAt: Date | null;
  isMet: boolean;
  usedSeconds: number | null;
  nextAt: Date | null;
}

interface Told {
  type: "ticket.at_risk" | "ticket.breached";
  target: TicketTargetKind;
  dueAt: Date;
  /** When it came to be so. */
  at: Date;
}

export interface Settled {
  /** As they stand from now on. */
  targets: Target[];
  /** Those that there are no more. */
  dropped: Target[];
  /** What nobody was told before, the earliest first. */
  told: Told[];
  dueAt: Date | null;
  promise: TicketPromise | null;
}

interface Settle {
  facts: PromiseFacts;
  promises: Promises;
  /** As they stood before. */
  before: readonly Target[];
  scheduleOf: (id: number | null) => Schedule | null;
  /** How much of a time is gone where it is at risk, in percent. */
  riskPercent: number;
  /** Somebody of the team has answered just now. */
  isAnswered: boolean;
  at: Date;
}

/**
 * The promised times of a ticket, after something has changed or time has passed: what came to be until then is told with its
 * true time, under what was promised before; then all that is owed still counts anew, from its own beginning. What was met
 * stays met, and what was breached stays breached.
 */
export function settle(input: Settle): Settled {
  const { facts, before } = input;
  const told: Told[] = [];
  const standing = standingOf(facts);
  const wanted = wantedOf(input, standing);
  const targets: Target[] = [];
  const dropped: Target[] = [];
  const old = before.map((target) => (target.endedAt ? target : tell(target, input, told)));
  for (const kind of targetKinds) {
    const ofKind = old.filter((target) => target.kind === kind);
    const wish = wanted.get(kind);
    const current = wish && ofKind.find((target) => isWhatIsMeant(target, wish));
    for (const target of ofKind) {
      if (target === current) continue;
      const kept = target.endedAt ? target : close(target, input, standing);
      if (kept) targets.push(kept);
      else dropped.push(target);
    }
    if (!wish || (!current && wish.metAt)) continue;
    const next = standOn(current ?? begin(kind, wish), wish, input, standing);
    if (current && +current.startedAt !== +next.startedAt) dropped.push(current);
    targets.push(next.endedAt ? next : tell(next, input, told));
  }
  return { targets, dropped, told: told.sort((one, other) => +one.at - +other.at), ...sumUp(facts, targets, standing) };
}

export const targetKinds = [
  "first_response",
  "next_response",
  "resolution",
  "tier_response",
] as const satisfies TicketTargetKind[];

/** A question that still waits may turn out to have been asked earlier, as where tickets are merged. */
const isWhatIsMeant = ({ kind, startedAt, endedAt }: Target, wish: Wish): boolean =>
  +startedAt === +wish.startedAt || (kind === "next_response" && !endedAt && startedAt > wish.startedAt);

/** Notes what has come to be of a target that is owed; what is answered at the very moment at which it is due is in time. */
function tell(target: Target, { at }: Settle, told: Told[]): Target {
  const { kind: of, riskAt, dueAt } = target;
  const next = { ...target };
  if (dueAt && riskAt && riskAt < at && !next.atRiskAt) {
    told.push({ type: "ticket.at_risk", target: of, dueAt, at: riskAt });
    next.atRiskAt = riskAt;
  }
  if (dueAt && dueAt < at && !next.breachedAt) {
    told.push({ type: "ticket.breached", target: of, dueAt, at: dueAt });
    next.breachedAt = dueAt;
  }
  const nextAt = next.breachedAt ? null : next.atRiskAt ? dueAt : riskAt;
  return { ...next, nextAt };
}

interface Wish extends Promised {
  startedAt: Date;
  /** When it was met, where it was. */
  metAt: Date | null;
}

/** What is owed to a ticket, or was and is met. */
function wantedOf({ facts, promises, isAnswered, at }: Settle, { raisedAt }: Standing): Map<TicketTargetKind, Wish> {
  const { createdAt, firstAnsweredAt, unansweredSince, resolvedAt, status, isForThem, isElsewhere } = facts;
  const wanted = new Map<TicketTargetKind, Wish>();
  const want = (kind: TicketTargetKind, startedAt: Date | null, metAt: Date | null) => {
    const promised = promises[kind];
    if (promised && startedAt && !isElsewhere) wanted.set(kind, { ...promised, startedAt, metAt });
  };
  if (!isForThem) want("first_response", createdAt, firstAnsweredAt);
  if (isForThem || firstAnsweredAt) want("next_response", unansweredSince, null);
  want("resolution", createdAt, isUnderWay(status) ? null : resolvedAt);
  want("tier_response", raisedAt, isAnswered ? at : null);
  return wanted;
}

const begin = (kind: TicketTargetKind, { startedAt, metAt: _, ...promised }: Wish): Target => ({
  ...promised,
  ...{ kind, startedAt, riskAt: null, dueAt: null, atRiskAt: null, breachedAt: null },
  ...{ endedAt: null, isMet: false, usedSeconds: null, nextAt: null },
});

/** A target by what is promised now. Once it was met it stays so, but for a ticket that is open again. */
function standOn(target: Target, wish: Wish, input: Settle, standing: Standing): Target {
  const { metAt, startedAt, policyId, scheduleId, seconds } = wish;
  const isOver = target.kind === "first_response" || target.kind === "tier_response" || metAt;
  if (target.endedAt && isOver) return target;
  if (metAt) return end(target, { at: metAt, isMet: true }, input, standing);
  const open = { ...target, startedAt, endedAt: null, isMet: false, usedSeconds: null };
  if (open.breachedAt) return open;
  const schedule = input.scheduleOf(scheduleId);
  const pauses = standing.pausesOf(target.kind);
  const dueIn = (part: number) => due(schedule, startedAt, part, pauses);
  const riskAt = dueIn(Math.floor((seconds * input.riskPercent) / 100));
  return { ...open, policyId, scheduleId, seconds, riskAt, dueAt: dueIn(seconds) };
}

/** What is owed no more; undefined where there is nothing to remember of it. */
function close(target: Target, input: Settle, standing: Standing): Target | undefined {
  const isMet = input.isAnswered && target.kind !== "resolution";
  return isMet || target.breachedAt ? end(target, { at: input.at, isMet }, input, standing) : undefined;
}

function end(
  target: Target,
  { at, isMet }: { at: Date; isMet: boolean },
  { scheduleOf }: Settle,
  { pausesOf }: Standing,
): Target {
  const used = count(scheduleOf(target.scheduleId), target.startedAt, at, pausesOf(target.kind));
  return { ...target, endedAt: at, isMet, usedSeconds: Math.round(used), nextAt: null };
}

interface Standing {
  isAway: boolean;
  /** When it came to the tier that it has; null for the first one. */
  raisedAt: Date | null;
  pausesOf: (kind: TicketTargetKind) => Pause[];
}

/** Statuses in which the time of each kind runs. */
const running: Record<TicketTargetKind, readonly TicketStatus[]> = {
  first_response: ["open", "in_progress", "waiting"],
  next_response: ["open", "in_progress", "waiting"],
  resolution: ["open", "in_progress"],
  tier_response: ["open", "in_progress", "waiting"],
};

/** How a ticket stood all along, from what happened to it. */
function standingOf({ createdAt, tier, history }: PromiseFacts): Standing {
  const away = new Set<string>();
  let status: TicketStatus = "open";
  let raisedAt: Date | null = null;
  const stood: { at: Date; status: TicketStatus; isAway: boolean }[] = [{ at: createdAt, status, isAway: false }];
  for (const change of history) {
    if ("tier" in change) {
      if (change.tier === tier) raisedAt = change.at;
      continue;
    }
    if ("to" in change) status = change.to;
    else if (change.isAway) away.add(change.why);
    else away.delete(change.why);
    stood.push({ at: change.at, status, isAway: away.size > 0 });
  }
  return {
    isAway: away.size > 0,
    raisedAt: tier > 1 ? raisedAt : null,
    pausesOf: (kind) =>
      stood.flatMap(({ at, status, isAway }, i) => {
        const isPaused = isAway || !running[kind].includes(status);
        return isPaused ? [{ from: at, to: stood[i + 1]?.at ?? null }] : [];
      }),
  };
}

/** The earliest time that is owed, and the worst of how they stand. */
function sumUp(
  { status }: PromiseFacts,
  targets: Target[],
  { isAway }: Standing,
): { dueAt: Date | null; promise: TicketPromise | null } {
  const owed = isAway || !isUnderWay(status) ? [] : targets.filter(({ endedAt }) => endedAt === null);
  const running = owed.filter(({ kind }) => status !== "waiting" || kind !== "resolution");
  const times = running.flatMap(({ dueAt }) => (dueAt ? [+dueAt] : []));
  const is = (which: (target: Target) => Date | null) => owed.some((target) => which(target) !== null);
  return {
    dueAt: times.length > 0 ? new Date(Math.min(...times)) : null,
    promise:
      owed.length === 0
        ? null
        : is(({ breachedAt }) => breachedAt)
          ? "breached"
          : is(({ atRiskAt }) => atRiskAt)
            ? "at_risk"
            : "kept",
  };
}
