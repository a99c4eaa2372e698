import { createHash } from "node:crypto";
import { eq, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { v5 as uuidFrom } from "uuid";
import type { Db } from "#db/client.server";
import { DomainError } from "./domain-error";
import { takeTurns } from "./take-turns.server";

/** Where things are kept whose id the client has made, with the fingerprint of what made them. */
type Kept = PgTable & { id: AnyPgColumn; fingerprint: AnyPgColumn };

interface Sent {
  /** Whose it is; null for whoever is not known. */
  viewer: { id: string | null };
  /** Made by the client. */
  id: string;
  /** All that the form said, and what it was about. */
  content: unknown;
}

interface Settled {
  id: string;
  /** To be kept with it. */
  fingerprint: string;
  /** The same was sent before, and made what has this id. */
  isThere: boolean;
}

/**
 * The id under which a form is kept. The same form sent again has the id of what it made; other words under an id that
 * is used already, as after going back in the browser, get an id of their own, and again always that one. Copies that
 * arrive together take turns until the transaction ends. Throws idTaken for an id of somebody else.
 */
export async function settleId(
  tx: Db,
  { table, owner }: { table: Kept; owner: AnyPgColumn | SQL<string | null> },
  { viewer, id, content }: Sent,
): Promise<Settled> {
  await takeTurns(tx, id);
  const fingerprint = fingerprintOf(content);
  for (const candidate of [id, otherId(id, content)]) {
    const [row] = await tx
      .select({ fingerprint: table.fingerprint, ownerId: owner })
      .from(table as PgTable)
      .where(eq(table.id, candidate));
    if (row && row.ownerId !== viewer.id) throw new DomainError("idTaken");
    if (!row || row.fingerprint === fingerprint) return { id: candidate, fingerprint, isThere: row !== undefined };
  }
  throw new DomainError("idTaken");
}

/** Tells two forms apart without keeping what they say. */
export const fingerprintOf = (content: unknown): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("base64url");

/** The id of what was sent under an id that is used for something else. */
export const otherId = (id: string, content: unknown): string => uuidFrom(JSON.stringify(content), id);
