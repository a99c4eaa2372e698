import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, suppressions, users } from "#db/schema";
import type { MailPace } from "#db/schema/core/users";
import type { QueuedMail, Reader } from "./queued-mail";
import { isSuppressed } from "./suppressions.server";
import { keepMailTokens, type MailToken } from "./tokens.server";

/** A mail as it goes to the provider, each time the same. */
export interface Written {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** Those of a batch that no provider has seen yet, apart from those whose address gets no mail. */
export async function openBatch(db: Db, batchId: string): Promise<{ queued: QueuedMail[]; suppressed: QueuedMail[] }> {
  const { name, language, timeZone, role } = users;
  const found = await db
    .select({
      id: deliveries.id,
      kind: deliveries.kind,
      user: { userId: users.id, name, language, timeZone, role, mailPace: users.mailPace, blockedAt: users.blockedAt },
      suppressedFor: suppressions.reason,
    })
    .from(deliveries)
    .leftJoin(users, eq(users.id, deliveries.userId))
    .leftJoin(suppressions, isSuppressed(deliveries.to))
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.status, "queued"), isNull(deliveries.attemptedAt)))
    .orderBy(asc(deliveries.id));
  const [queued, suppressed]: [QueuedMail[], QueuedMail[]] = [[], []];
  for (const { suppressedFor, user, ...mail } of found) {
    (suppressedFor ? suppressed : queued).push({ ...mail, reader: user && readerOf(user) });
  }
  return { queued, suppressed };
}

type Row = Omit<Reader, "isBlocked" | "wantsMail"> & { mailPace: MailPace; blockedAt: Date | null };

const readerOf = ({ mailPace, blockedAt, ...user }: Row): Reader => ({
  ...user,
  isBlocked: blockedAt !== null,
  wantsMail: mailPace !== "off",
});

/** Settles mails that are not to be sent after all, as far as no provider has seen them meanwhile. */
export async function giveUp(
  db: Db,
  mails: Pick<QueuedMail, "id">[],
  status: "suppressed" | "skipped",
  at = new Date(),
): Promise<void> {
  if (mails.length === 0) return;
  const ids = mails.map(({ id }) => id);
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
