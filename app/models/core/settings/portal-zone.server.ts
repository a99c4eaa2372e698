import { type SQL, sql } from "drizzle-orm";
import { table } from "./table";

/** The portal's time zone, where a statement needs it. */
export const portalZone: SQL = sql`coalesce((select value #>> '{}' from settings where name = 'timeZone'), ${table.timeZone.initial}::text)`;

/** When a day, such as `2026-11-30`, begins on the clock of a time zone. */
export const startOf = (day: string, zone: SQL): SQL => sql`(${day}::date::timestamp at time zone ${zone})`;

/** When it ends. */
export const endOf = (day: string, zone: SQL): SQL => sql`((${day}::date + 1)::timestamp at time zone ${zone})`;
