import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { type TicketPriority, tickets } from "./tickets";

/** Hours as people name them, such as `["09:00", "17:00"]`, of each day of the week, Monday first. */
export type NamedWeek = [from: string, to: string][][];

/** A day without hours: `2026-12-24` once, `12-24` in every year. */
export interface Holiday {
  date: string;
  name: string;
}

/** When people work. */
export const supportSchedules = pgTable(
  "support_schedules",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** `business_hours` is the one that every portal begins with, and the catalogues of words name it. */
    key: text().unique(),
    name: text().notNull().default(""),
    /** Such as `Europe/Berlin`; the portal's where it is null. */
    timeZone: text(),
    week: jsonb().$type<NamedWeek>().notNull(),
    holidays: jsonb().$type<Holiday[]>().notNull().default([]),
  },
  () => [check("support_schedules_named", sql`key is not null or name <> ''`)],
);

/** What has to be true of a ticket: of each list that is not empty, one. */
export interface PolicyConditions {
  /** Its requester, or their company, is one of those who come first. */
  isVip?: boolean;
  /** It has the usual priority of its category. */
  isUsual?: boolean;
  categories: number[];
  priorities: TicketPriority[];
  tags: string[];
  /** Domains. */
  companies: string[];
}

/** What is promised, to the tickets that the first fitting one is for, in the order of `position`. */
export const supportPolicies = pgTable(
  "support_policies",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Of those that every portal begins with: the category or the priority that they are named after. */
    key: text().unique(),
    name: text().notNull().default(""),
    position: integer().notNull(),
    conditions: jsonb().$type<PolicyConditions>().notNull(),
    /** Seconds of the schedule's hours; nothing is promised where there are none. */
    firstSeconds: integer(),
    nextSeconds: integer(),
    resolutionSeconds: integer(),
    /** Whose hours count; every hour does where it is null. */
    scheduleId: integer().references(() => supportSchedules.id),
    isOff: boolean().notNull().default(false),
  },
  () => [check("support_policies_named", sql`key is not null or name <> ''`)],
);

/** L1 to L4. */
export const supportTiers = pgTable(
  "support_tiers",
  {
    tier: smallint().primaryKey(),
    /** Within which somebody answers what has come to it, in seconds of the schedule's hours. */
    responseSeconds: integer(),
    /** Every hour counts where it is null. */
    scheduleId: integer().references(() => supportSchedules.id),
  },
  () => [check("support_tiers_tier", sql`tier between 1 and 4`)],
);

export const supportTierMembers = pgTable(
  "support_tier_members",
  {
    tier: smallint()
      .notNull()
      .references(() => supportTiers.tier),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.tier, table.userId] }), index("support_tiers_of_user").on(table.userId)],
);

/** Those who come first: people by their address, companies by their domain. Lower case. */
export const supportVips = pgTable("support_vips", {
  address: text().primaryKey(),
  addedBy: uuid().references(() => users.id),
  addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export const ticketTargetKind = pgEnum("ticket_target_kind", [
  "first_response",
  "next_response",
  "resolution",
  "tier_response",
]);

export type TicketTargetKind = (typeof ticketTargetKind.enumValues)[number];

/** Times that were promised for a ticket; each question that waited for its answer has one of its own. */
export const ticketTargets = pgTable(
  "ticket_targets",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    kind: ticketTargetKind().notNull(),
    /** From when its time counts. */
    startedAt: timestamp({ withTimezone: true }).notNull(),
    /** What promised it, be it there still or not; null for a tier's own time. No keys: to delete one would read every target. */
    policyId: integer(),
    scheduleId: integer(),
    /** How long, of the schedule's hours. */
    seconds: integer().notNull(),
    /** When it is at risk, and when it is due; null where nobody can know, as while the ticket waits for its requester. */
    riskAt: timestamp({ withTimezone: true }),
    dueAt: timestamp({ withTimezone: true }),
    /** Since when it was at risk, and since when it was breached, as it was told. */
    atRiskAt: timestamp({ withTimezone: true }),
    breachedAt: timestamp({ withTimezone: true }),
    /** When it was over. */
    endedAt: timestamp({ withTimezone: true }),
    /** Whether it ended with what was promised; else it was owed no more. */
    isMet: boolean().notNull().default(false),
    /** What it took of the schedule's hours, in seconds, once it has ended. */
    usedSeconds: integer(),
    /** When there is something to tell of it; null as long as there will be nothing. */
    nextAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.kind, table.startedAt] }),
    index("ticket_targets_next").on(table.nextAt).where(sql`next_at is not null`),
    index("ticket_targets_ended").on(table.endedAt).where(sql`ended_at is not null`),
    index("ticket_targets_breached").on(table.breachedAt).where(sql`breached_at is not null`),
  ],
);

/** How far a change of what is promised has come in the tickets under way. */
export const promiseRenewal = pgTable(
  "promise_renewal",
  {
    id: smallint().primaryKey().default(1),
    askedAt: timestamp({ withTimezone: true }).notNull(),
    /** The ticket up to which it is done, the oldest first. */
    reached: text(),
    done: integer().notNull().default(0),
    total: integer().notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  () => [check("promise_renewal_one", sql`id = 1`)],
);
