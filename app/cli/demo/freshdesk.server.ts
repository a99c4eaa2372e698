import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, users } from "#db/schema";
import { askForFreshdeskTickets } from "~/models/support/freshdesk/ask-for-tickets.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { queueWrites } from "~/models/support/freshdesk/queue-writes.server";
import { changeSettings, findSettings } from "~/models/support/freshdesk/settings.server";

/** A simulated Freshdesk in a process of its own. */
export interface DemoFreshdesk {
  url: string;
  apiKey: string;
  /** Tickets, and the titles of the posts that they are about. */
  links: { ticket: number; post: string }[];
  /** Has it call the portal's webhook from now on. */
  callBack(webhook: string, secret: string): void;
}

/**
 * Starts it from the checkout's fakes, which are in no build: only who works on the portal or looks at it needs it. It
 * ends when this process does.
 */
export async function startDemoFreshdesk(): Promise<DemoFreshdesk> {
  const program = path.resolve("fakes/freshdesk/run-demo.ts");
  if (!existsSync(program)) throw new Error("--freshdesk needs a checkout of the source: its simulator is in fakes/.");
  const child = fork(program, { execArgv: ["--import", "tsx"] });
  const told = await firstMessage(child);
  child.unref();
  child.channel?.unref();
  return { ...told, callBack: (webhook, secret) => void child.send({ webhook, secret }) };
}

async function firstMessage(child: ChildProcess): Promise<Omit<DemoFreshdesk, "callBack">> {
  const over = new AbortController();
  const ended = once(child, "exit", { signal: over.signal }).then(() => {
    throw new Error("The simulated Freshdesk ended; is its port taken? FRESHDESK_PORT is another one.");
  });
  const [message] = await Promise.race([once(child, "message", { signal: over.signal }), ended]);
  over.abort();
  return message;
}

const agent = "gus@example.com";

/** Links its tickets to the demo's posts, unless that was done before: the same tickets are there each time. */
export async function linkDemoTickets(db: Db, links: DemoFreshdesk["links"]): Promise<void> {
  const [viewer] = await db.select().from(users).where(eq(users.email, agent));
  if (!viewer) return;
  const settings = await findSettings(db);
  if (Object.keys(settings.statusMap).length === 0) {
    const statusMap = { planned: 3, in_progress: 12, shipped: 4, fixed: 4 };
    await changeSettings(db, { statusMap, addressField: "cf_portal_post" });
  }
  const titles = links.map(({ post }) => post);
  const found = await db
    .select({ number: posts.number, title: posts.title })
    .from(posts)
    .where(inArray(posts.title, titles));
  for (const { ticket, post } of links) {
    const { number } = found.find(({ title }) => title === post) ?? {};
    if (number) await linkFreshdeskTicket(db, { viewer, number, ticket: String(ticket) });
  }
  // It forgets everything when it ends, our marks too.
  const numbers = links.map(({ ticket }) => ticket);
  await askForFreshdeskTickets(db, { numbers });
  await queueWrites(
    db,
    numbers.map((ticket) => ({ ticket, kind: "update" as const, eventId: null, postId: null })),
  );
}
