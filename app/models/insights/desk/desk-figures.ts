import type { DeliveryStatus } from "#db/schema/telling/deliveries";
import { targetKinds } from "../../support/promises/targets";
import { type Bucket, type Spread, spreadOf } from "./spread";

/** How far back anybody looks. */
export const mostDays = 90;

/** Days up to now. */
export const deskPeriods = ["7", "30", "90"] as const;

/** A number of things that were counted, and what belongs to each of them by its key. */
export interface Counted extends Bucket {
  what: string;
  key: string;
}

/** Ages of what is under way: how many days before today the oldest of each was opened. */
export const backlogDays = { day: 0, days: 2, week: 6, month: 29 };

const backlogAges = ["day", "days", "week", "month", "older"] as const;

/** What became of mails, and which of their statuses says so; what was not sent at their reader's wish counts nowhere. */
const mailFates = {
  sent: "accepted",
  delivered: "delivered",
  bounced: "bounced",
  complained: "complained",
  failed: "failed",
  suppressed: "suppressed",
  waiting: "queued",
} as const satisfies Record<string, DeliveryStatus>;

type MailFate = keyof typeof mailFates;

export interface Share {
  key: string;
  count: number;
}

/** What somebody of the team, or a tier, did; an empty key is nobody. */
export interface Worked {
  key: string;
  resolved: number;
  firstResponse: Spread | null;
  resolution: Spread | null;
  /** Mean, of 5. */
  rating: number | null;
  ratings: number;
}

export type DeskFigures = ReturnType<typeof figuresOf>;

/** Puts together what was counted on each of some days. */
export function figuresOf(counted: Counted[]) {
  const of = (what: string) => counted.filter((one) => one.what === what);
  const count = (what: string) => totalOf(of(what));
  const ratings = of("rating");
  const late = of("promise.late");
  const resolved = count("resolved");
  return {
    opened: count("opened"),
    reopened: count("reopened"),
    resolved,
    category: sharesOf(of("opened.category")),
    priority: sharesOf(of("opened.priority")),
    source: sharesOf(of("opened.source")),
    hours: Array.from({ length: 24 }, (_, hour) => totalOf(of("opened.hour").filter(({ key }) => key === `${hour}`))),
    times: targetKinds.map((kind) => ({
      kind,
      hours: spreadOf(of("took.hours").filter(({ key }) => key === kind)),
      clock: spreadOf(of("took.clock").filter(({ key }) => key === kind)),
      met: totalOf(of("promise.met").filter(({ key }) => key === kind)),
      late: totalOf(late.filter(({ key }) => key === kind)),
    })),
    promise: { met: count("promise.met"), late: totalOf(late) },
    ratings: [1, 2, 3, 4, 5].map((rating) => totalOf(ratings.filter(({ key }) => key === `${rating}`))),
    rating: meanOf(ratings),
    /** How many of the resolved were rated. */
    answers: count("resolved.rated"),
    mails: (Object.entries(mailFates) as [MailFate, DeliveryStatus][]).map(([key, status]) => ({
      key,
      count: totalOf(of("mail").filter((one) => one.key === status)),
    })),
    backlog: backlogAges.map((key) => ({ key, count: totalOf(of("backlog").filter((one) => one.key === key)) })),
    agents: workedOf(counted, "agent"),
    tiers: workedOf(counted, "tier"),
  };
}

const totalOf = (counted: Bucket[]): number => counted.reduce((sum, { count }) => sum + count, 0);

function meanOf(counted: Counted[]): number | null {
  const count = totalOf(counted);
  return count === 0 ? null : counted.reduce((sum, one) => sum + one.sum, 0) / count;
}

/** The most first. */
const sharesOf = (counted: Counted[]): Share[] =>
  counted
    .map(({ key, count }) => ({ key, count }))
    .sort((one, other) => other.count - one.count || one.key.localeCompare(other.key));

function workedOf(counted: Counted[], whose: "agent" | "tier"): Worked[] {
  const theirs = counted.filter(({ what }) => what.startsWith(`${whose}.`));
  return [...new Set(theirs.map(({ key }) => key))]
    .map((key) => {
      const of = (what: string) => theirs.filter((one) => one.what === `${whose}.${what}` && one.key === key);
      return {
        key,
        resolved: totalOf(of("resolved")),
        firstResponse: spreadOf(of("first_response")),
        resolution: spreadOf(of("resolution")),
        rating: meanOf(of("rating")),
        ratings: totalOf(of("rating")),
      };
    })
    .sort((one, other) => one.key.localeCompare(other.key));
}

/** The ratings of a day, or of a week by its first day. */
export interface Rated {
  from: string;
  to: string;
  count: number;
  /** Null where nobody rated. */
  mean: number | null;
}

/** Days up to which each is shown by itself. */
const mostSingleDays = 30;

/** The ratings of each day, or of each week where the days are many. */
export function ratedOver(days: string[], rated: { day: string; count: number; sum: number }[]): Rated[] {
  const length = days.length > mostSingleDays ? 7 : 1;
  return Array.from({ length: Math.ceil(days.length / length) }, (_, i) => {
    const some = days.slice(i * length, (i + 1) * length);
    const theirs = rated.filter(({ day }) => some.includes(day));
    const count = theirs.reduce((sum, one) => sum + one.count, 0);
    const sum = theirs.reduce((sum, one) => sum + one.sum, 0);
    return { from: some[0] ?? "", to: some.at(-1) ?? "", count, mean: count === 0 ? null : sum / count };
  });
}
