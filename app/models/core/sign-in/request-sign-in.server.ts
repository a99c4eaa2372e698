import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type Db, rows } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { signIns } from "#db/schema";
import { DomainError } from "../domain-error";
import type { ProofOfWork } from "../settings/table";
import { takeTurns } from "../take-turns.server";

const minute = 60_000;
export const signInLife = 10 * minute;
/** Codes that one browser may ask for in an hour, for one address. */
const mostPerHour = 6;
/** So many browsers may ask for an address within an hour before codes want a proof of work. */
const mostAskers = 12;
/** So many codes may be asked for within ten minutes, for whatever addresses, before they do. */
const mostLately = 300;

interface RequestSignIn {
  /** Lower case. */
  email: string;
  language: string;
  /** A path on this site to go to afterwards. */
  next?: string;
  /** Which browser asks, hashed: the code will be good there alone. */
  asker?: string;
  /** Whether that browser has signed in to this address before. */
  isKnown?: boolean;
  /** When a browser that has not has work to do first. */
  proofOfWork?: ProofOfWork;
  at?: Date;
}

/**
 * Has a code and a link mailed to an address. It does the same whether the address is known or not, so that nobody
 * can find out. Nobody is kept out by what others ask for the same address: whoever asks shortly after somebody else
 * shares that mail instead of having another sent (docs/decisions/021). Throws `tooManyCodes`.
 */
export async function requestSignIn(
  db: Db,
  { email, language, next, asker, isKnown = false, proofOfWork = "bursts", at = new Date() }: RequestSignIn,
): Promise<void> {
  await db.transaction(async (tx) => {
    await takeTurns(tx, `sign-in ${email}`);
    const past = await lookBack(tx, { email, asker, at });
    // The code that was mailed a moment ago is still good.
    if (asker && past.hasJustAsked) return;
    if (past.own >= mostPerHour) throw new DomainError("tooManyCodes", { field: "email", retryAfter: 3600 });
    const mailed = asker ? await findMailed(tx, { email, at }) : undefined;
    const isShared = mailed && at.getTime() - mailed.createdAt.getTime() < pause(isKnown ? 1 : past.mails);
    const id = uuid();
    const expiresAt = new Date(at.getTime() + signInLife);
    const isBurst = past.askers >= mostAskers || past.lately >= mostLately;
    const needsProof = !isKnown && (isBurst || proofOfWork === "always");
    const mailedAs = isShared ? mailed.id : null;
    await tx
      .insert(signIns)
      .values({ id, email, language, next, asker, mailedAs, needsProof, createdAt: at, expiresAt });
    if (isShared) await tx.update(signIns).set({ expiresAt }).where(eq(signIns.id, mailed.id));
    else await enqueue(tx, [{ name: "send-sign-in-mail", data: { signInId: id } }]);
  });
}

/** How long the last mail does for whoever else asks: the more mails there were within the hour, the longer. */
const pause = (mails: number): number => Math.min(8, 2 ** Math.max(0, mails - 1)) * minute;

type Past = {
  /** Askings of this browser. */
  own: number;
  hasJustAsked: boolean;
  /** Other browsers that have asked. */
  askers: number;
  mails: number;
  /** Askings for whatever address, as far as they matter. */
  lately: number;
};

/** Counts what was asked for this address within the hour. */
async function lookBack(tx: Db, { email, asker, at }: { email: string; asker?: string; at: Date }): Promise<Past> {
  const since = (ms: number) => sql`${new Date(at.getTime() - ms).toISOString()}::timestamptz`;
  const isOwn = sql`asker is not distinct from ${asker ?? null}::text`;
  const [past] = await rows<Past>(
    tx,
    sql`select count(*) filter (where ${isOwn})::int as own,
      coalesce(bool_or(${isOwn} and used_at is null and created_at > ${since(minute)}), false) as "hasJustAsked",
      count(distinct asker) filter (where not (${isOwn}))::int as askers,
      count(*) filter (where mailed_as is null and asker is not null)::int as mails,
      (select count(*)::int from (select from sign_ins where created_at > ${since(10 * minute)} limit ${mostLately}) as recent)
        as lately
      from sign_ins where email = ${email} and created_at > ${since(60 * minute)}`,
  );
  if (!past) throw new Error("An aggregate has one row.");
  return past;
}

/** The last asking that had a mail of its own, as long as that mail is good. */
async function findMailed(tx: Db, { email, at }: { email: string; at: Date }) {
  const [mailed] = await tx
    .select({ id: signIns.id, createdAt: signIns.createdAt })
    .from(signIns)
    .where(
      and(
        eq(signIns.email, email),
        gt(signIns.expiresAt, at),
        isNull(signIns.usedAt),
        isNull(signIns.mailedAs),
        sql`${signIns.asker} is not null`,
      ),
    )
    .orderBy(desc(signIns.createdAt))
    .limit(1);
  return mailed;
}

/** What the mail needs to know; nothing once the request has been used or is too old. */
export async function findOpenSignIn(db: Db, id: string, at = new Date()) {
  const [signIn] = await db
    .select({ id: signIns.id, email: signIns.email, language: signIns.language, usedAt: signIns.usedAt })
    .from(signIns)
    .where(and(eq(signIns.id, id), gt(signIns.expiresAt, at)));
  return signIn?.usedAt ? undefined : signIn;
}
