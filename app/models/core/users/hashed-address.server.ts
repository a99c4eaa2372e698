import { createHash } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";

// What stays of an address that is forgotten, where the same address has to be known again: no more mail to somebody
// who complained, no second question to somebody who said no. Nobody can read it; whoever guesses an address can
// check the guess, so it stands only where that is worth it.

const prefix = "sha256:";

/** @param email in lower case */
export const hashedAddress = (email: string): string => prefix + createHash("sha256").update(email).digest("hex");

/** The same of a column. */
export const hashedColumn = (email: SQLWrapper) =>
  sql<string>`${prefix}::text || encode(sha256(convert_to(${email}, 'UTF8')), 'hex')`;

export const isHashed = (email: string): boolean => email.startsWith(prefix);
