import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, suppressions, users } from "#db/schema";
import type { DeliveryKind } from "#db/schema/deliveries";
import { findNewsOfDeliveries } from "../notifications/news.server";
import { findAsks, takeBackAsks } from "./asks.server";
import { findSubscriberMails, type SubscriberMail } from "./subscriber-mails.server";
import { isSuppressed } from "./suppressions.server";
import { keepMailTokens, type MailToken } from "./tokens.server";
import type { Unwritten } from "./unwritten";

/** A mail as it goes to the provider, each time the same. */
export interface Written {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/**
 * Those of a batch that no provider has seen yet. Mails that are not to be sent after all (the address is
 * suppressed, the person wants no mail or has muted, there is nothing left to tell) are settled here, at the last
 * moment.
 */
export async function openBatch(db: Db, batchId: string, at = new Date()): Promise<Unwritten[]> {
  const queued = await db
    .select({
      id: deliveries.id,
      kind: deliveries.kind,
      userId: users.id,
      name: users.name,
      language: users.language,
      timeZone: users.timeZone,
      mailPace: users.mailPace,
      role: users.role,
      blockedAt: users.blockedAt,
      suppressedFor: suppressions.reason,
    })
    .from(deliveries)
    .leftJoin(users, eq(users.id, deliveries.userId))
    .leftJoin(suppressions, isSuppressed(deliveries.to))
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.status, "queued"), isNull(deliveries.attemptedAt)))
    .orderBy(asc(deliveries.id));
  const news = await findNewsOfDeliveries(
    db,
    queued.map(({ id }) => id),
  );
  const asks = await findAsks(
    db,
    queued.filter(({ kind }) => kind === "consent").map(({ id }) => id),
  );
  const forSubscribers = await findSubscriberMails(
    db,
    queued.filter(({ kind }) => isForSubscribers(kind)).map(({ id }) => id),
  );
  const [unwritten, suppressed, skipped]: [Unwritten[], string[], string[]] = [[], [], []];
  for (const { id, kind, userId, name, language, timeZone, role, ...mail } of queued) {
    const readerOf = (userId: string) => ({ userId, name, language: language ?? "en", timeZone: timeZone ?? "UTC" });
    const told = news.get(id) ?? [];
    const ask = asks.get(id);
    if (mail.suppressedFor) suppressed.push(id);
    else if (kind === "consent") ask ? unwritten.push({ id, kind, ask }) : skipped.push(id);
    else if (isForSubscribers(kind)) {
      const one = forSubscribers.get(id);
      one ? unwritten.push(one) : skipped.push(id);
    } else if (kind === "export") {
      const isStill = userId && !mail.blockedAt && role === "admin";
      isStill ? unwritten.push({ id, kind, reader: readerOf(userId) }) : skipped.push(id);
    } else if (!userId || mail.blockedAt || mail.mailPace === "off" || told.length === 0) skipped.push(id);
    else
      unwritten.push({
        id,
        kind,
        reader: readerOf(userId),
        news: told,
      });
  }
  await giveUp(db, suppressed, "suppressed", at);
  await giveUp(db, skipped, "skipped", at);
  await takeBackAsks(db, suppressed, true, at);
  await takeBackAsks(db, skipped, false, at);
  return unwritten;
}

const isForSubscribers = (kind: DeliveryKind): kind is SubscriberMail["kind"] =>
  kind === "entry" || kind === "roadmap" || kind === "subscription";

async function giveUp(db: Db, ids: string[], status: "suppressed" | "skipped", at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(deliveries)
    .set({ status, changedAt: at })
    .where(and(inArray(deliveries.id, ids), eq(deliveries.status, "queued"), isNull(deliveries.attemptedAt)));
}

/** A mail's words, and the tokens of its links. */
export interface WrittenMail {
  mail: Omit<Written, "to">;
  tokens: MailToken[];
}

/** Keeps mails as they were written: from here on the provider gets these words and no others. */
export async function keepWritten(db: Db, written: WrittenMail[], at = new Date()): Promise<void> {
  if (written.length === 0) return;
  await db.transaction(async (tx) => {
    await keepMailTokens(
      tx,
      written.flatMap(({ tokens }) => tokens),
      at,
    );
    const rows = written.map(
      ({ mail: { id, subject, html, text, headers } }) =>
        sql`(${id}::uuid, ${subject}::text, ${html}::text, ${text}::text, ${JSON.stringify(headers)}::jsonb)`,
    );
    await tx.execute(sql`update deliveries
      set subject = w.subject, html = w.html, "text" = w.body, headers = w.headers, attempted_at = ${at.toISOString()}
      from (values ${sql.join(rows, sql`, `)}) as w (id, subject, html, body, headers)
      where deliveries.id = w.id and deliveries.attempted_at is null`);
  });
}

/** What of a batch the provider has still to take, whatever its hooks said meanwhile: each try sends the same. */
export async function findWritten(db: Db, batchId: string): Promise<Written[]> {
  const { id, to, subject, html, text, headers } = deliveries;
  const written = await db
    .select({ id, to, subject, html, text, headers })
    .from(deliveries)
    .where(and(eq(deliveries.batchId, batchId), isNotNull(deliveries.attemptedAt), isNull(deliveries.handedOverAt)))
    .orderBy(asc(deliveries.id));
  return written.map(({ subject, html, text, ...mail }) => ({
    ...mail,
    subject: subject ?? "",
    html: html ?? "",
    text: text ?? "",
  }));
}
