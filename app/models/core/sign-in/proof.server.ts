import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { signIns } from "#db/schema";

interface Asking {
  email: string;
  /** Which browser, hashed. */
  asker: string;
  at?: Date;
}

const waiting = ({ email, asker, at = new Date() }: Asking) =>
  and(
    eq(signIns.email, email),
    eq(signIns.asker, asker),
    eq(signIns.needsProof, true),
    isNull(signIns.usedAt),
    gt(signIns.expiresAt, at),
  );

/** How many browsers have asked for the address, where a code of this one needs a proof of work first; otherwise none. */
export async function countRivals(db: Db, asking: Asking): Promise<number> {
  const [found] = await db
    .select({ rivals: sql<number>`(select count(distinct asker)::int from sign_ins where email = ${asking.email})` })
    .from(signIns)
    .where(waiting(asking))
    .limit(1);
  return found?.rivals ?? 0;
}

/** The proof has come: the code is looked at from now on. */
export async function acceptProof(db: Db, asking: Asking): Promise<void> {
  await db.update(signIns).set({ needsProof: false }).where(waiting(asking));
}
