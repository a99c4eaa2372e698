import {
  date,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "../core/users";

/** What happened at the support desk on each day of the portal's clock, counted beforehand; no ticket can be told from it. */
export const deskFigures = pgTable(
  "desk_figures",
  {
    day: date().notNull(),
    /** What is counted, and among which; listed in app/models/insights/desk/counted.server.ts. */
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

/** Who of the team gets the weekly report by mail. */
export const reportReaders = pgTable("report_readers", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Reports that were due before then they do not get. */
  since: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
