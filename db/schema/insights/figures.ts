import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { xid8 } from "../../columns/xid8";
import { posts } from "../feedback/posts";

/** What the table of top requests shows of a post and is sorted by, counted beforehand (docs/decisions/015). */
export const postFigures = pgTable(
  "post_figures",
  {
    postId: uuid()
      .primaryKey()
      .references(() => posts.id, { onDelete: "cascade" }),
    number: integer().notNull().unique(),
    votes: integer().notNull(),
    comments: integer().notNull(),
    /** Domains of members who voted, without public mail providers. */
    companies: integer().notNull(),
    /** The sum over those companies. */
    value: doublePrecision().notNull(),
    /** Linked tickets that are neither solved nor gone. */
    tickets: integer().notNull(),
    /** Votes of the last 30 days, of the 30 before, and the difference. */
    votesRecent: integer().notNull(),
    votesBefore: integer().notNull(),
    trend: integer().notNull(),
    /** As staff guess it; 0 where nobody has. */
    effort: smallint().notNull().default(0),
    score: doublePrecision().notNull().default(0),
    /** When it was posted: milliseconds since 1970. */
    posted: doublePrecision().notNull(),
    /** The first official answer or comment of somebody else of the staff. */
    answeredAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("post_figures_votes").on(table.votes, table.number),
    index("post_figures_comments").on(table.comments, table.number),
    index("post_figures_companies").on(table.companies, table.number),
    index("post_figures_value").on(table.value, table.number),
    index("post_figures_tickets").on(table.tickets, table.number),
    index("post_figures_recent").on(table.votesRecent, table.number),
    index("post_figures_trend").on(table.trend, table.number),
    index("post_figures_effort").on(table.effort, table.number),
    index("post_figures_score").on(table.score, table.number),
    index("post_figures_posted").on(table.posted, table.number),
  ],
);

export type ScoreMethod = "sum" | "rice";

/** How much each part of the score counts. */
export interface ScoreWeights {
  method: ScoreMethod;
  votes: number;
  reach: number;
  value: number;
  momentum: number;
  effort: number;
}

/** Weights of the score, the state of counting, and the charts: one row, from the first count on. */
export const figureSettings = pgTable(
  "demand_settings",
  {
    id: smallint().primaryKey().default(1),
    /** Null as long as nobody has chosen any. */
    weights: jsonb().$type<ScoreWeights>(),
    /** Every event of transactions before this one has been counted; null as long as not all of the portal has been. */
    countedBefore: xid8(),
    /** Of the version before, which writes it while it runs beside this one; to be dropped. */
    lastEventId: bigint({ mode: "number" }).notNull().default(0),
    /** When figures were last brought up to date, and when all of them were counted anew. */
    countedAt: timestamp({ withTimezone: true }),
    allCountedAt: timestamp({ withTimezone: true }),
    /** By whose days the support desk's figures were counted then, as IANA names it. */
    timeZone: text(),
    /** The charts; shaped as in app/models/insights/figures/insights.ts. */
    insights: jsonb(),
  },
  () => [check("demand_settings_one", sql`id = 1`)],
);
