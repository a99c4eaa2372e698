import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { replyTokenFor } from "~/models/support/tickets/keys.server";
import { startApp } from "../app-process";
import { stopChild } from "../child";
import { percentile } from "../percentile";
import type { Desk } from "./stage";

const mails = 1000;
const seconds = 60;
const domain = "in.example.com";
/** One in ten is handed over again, as where our answer was lost. */
const again = 10;
const patience = 120_000;

export interface Received {
  sent: number;
  /** Seconds that handing over took. */
  took: number;
  /** Milliseconds until one is taken. */
  median: number;
  high: number;
  /** Seconds from the last one until all were read. */
  lag: number;
  /** What is missing, or there twice. */
  faults: string[];
}

/** Hands mails over, half of them new questions, half answers; one process takes them and reads them. */
export async function receiveMails({ sql, url }: Desk): Promise<Received> {
  const [secret, key] = [randomBytes(32).toString("hex"), randomBytes(16).toString("hex")];
  const app = await startApp(url, {
    SESSION_SECRET: secret,
    JOBS: "here",
    MAIL: "none",
    INBOUND_DOMAIN: domain,
    INBOUND_SECRET: key,
  });
  const raws = await writeMails(sql, secret);
  const times: number[] = [];
  const faults: string[] = [];
  const handOver = async (raw: Buffer) => {
    const begun = performance.now();
    const { status } = await fetch(`${app.origin}/hooks/mail`, {
      method: "POST",
      headers: { "Content-Type": "message/rfc822", "X-Webhook-Secret": key },
      body: new Uint8Array(raw),
    });
    if (status !== 202 && status !== 200) faults.push(`The hook answers ${status}.`);
    times.push(performance.now() - begun);
  };
  const begun = performance.now();
  const under: Promise<void>[] = [];
  for (const [i, raw] of raws.entries()) {
    await pause(Math.max(0, begun + (i * seconds * 1000) / mails - performance.now()));
    under.push(handOver(raw));
    if (i % again === 0) under.push(handOver(raw));
  }
  await Promise.all(under);
  const last = performance.now();
  const isRead = async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int from incoming_mails where outcome is not null`;
    return (row?.count ?? 0) >= mails;
  };
  while (!(await isRead()) && performance.now() < last + patience) await pause(200);
  const lag = (performance.now() - last) / 1000;
  faults.push(...(await lookForFaults(sql)));
  await stopChild(app.child);
  return {
    sent: times.length,
    took: (last - begun) / 1000,
    median: percentile(0.5, times),
    high: percentile(0.95, times),
    lag,
    faults,
  };
}

const mark = (i: number): string => `benchmark${i}mail`;

async function writeMails(sql: Desk["sql"], secret: string): Promise<Buffer[]> {
  const people = await sql<{ id: string; email: string }[]>`
    select distinct on (users.id) ticket_people.id, users.email
    from tickets join ticket_people on ticket_id = tickets.id join users on users.id = user_id
    where status <> 'closed' and spam_at is null limit ${mails / 2}`;
  const transport = createTransport({ streamTransport: true, buffer: true });
  const raws: Buffer[] = [];
  for (let i = 0; i < mails; i++) {
    const person = i % 2 === 0 ? people[i / 2] : undefined;
    const { message } = await transport.sendMail({
      from: person?.email ?? `stranger-${i}@elsewhere-${i}.example`,
      to: person ? `reply+${replyTokenFor(secret, person.id)}@${domain}` : `support@${domain}`,
      subject: `About ${mark(i)}`,
      text: `${mark(i)}: since Monday the export stops.\n\nOn Monday, Support wrote:\n> Which version is it?\n`,
    });
    raws.push(message as Buffer);
  }
  return raws;
}

/** Each mail is one message, of the kind that it was to be. */
async function lookForFaults(sql: Desk["sql"]): Promise<string[]> {
  const outcomes = await sql<{ outcome: string | null; count: number }[]>`
    select outcome::text, count(*)::int from incoming_mails group by 1`;
  const found = await sql<{ mark: string; count: number }[]>`
    select substring(body_markdown from 'benchmark[0-9]+mail') as mark, count(*)::int
    from ticket_messages where source = 'mail' group by 1`;
  const counts = new Map(found.map(({ mark, count }) => [mark, count]));
  const wrong = Array.from({ length: mails }, (_, i) => mark(i)).filter((one) => counts.get(one) !== 1);
  const expected: Record<string, number> = { opened: mails / 2, answered: mails / 2 };
  return [
    ...wrong.slice(0, 5).map((one) => `${one}: ${counts.get(one) ?? 0} messages`),
    ...outcomes
      .filter(({ outcome, count }) => expected[outcome ?? ""] !== count)
      .map(({ outcome, count }) => `${count} mails are ${outcome ?? "unread"}`),
  ];
}
