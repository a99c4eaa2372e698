import { type SQL, sql } from "drizzle-orm";
import { follows } from "#db/schema";

/** Where `follows` is left-joined: the person has not muted the post, whether or not they follow it. */
export const notMuted: SQL = sql`${follows.level} is distinct from 'muted'`;
