import { date, doublePrecision, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";

/** What happened at the support desk on each day of the world's clock, counted beforehand; no ticket can be told from it. */
export const deskFigures = pgTable(
  "desk_figures",
  {
    day: date().notNull(),
    /** What is counted, and among which; listed in app/models/insights/desk/count-desk-days.server.ts. */
    what: text().notNull(),
    key: text().notNull(),
    /** Of times: how long, by the logarithm (app/models/insights/desk/spread.ts); 0 for all else. */
    bucket: smallint().notNull(),
    count: integer().notNull(),
    /** Of times, seconds; of ratings, their sum. */
    sum: doublePrecision().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.what, table.key, table.bucket] })],
);
