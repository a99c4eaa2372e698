import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  boards,
  deliveries,
  events,
  follows,
  freshdeskLinks,
  freshdeskSettings,
  posts,
  supporters,
  suppressions,
  users,
  votes,
} from "#db/schema";
import { readEnv } from "~/env.server";
import type { Freshdesk as Client } from "~/integrations/freshdesk/open-freshdesk.server";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { hashedAddress } from "~/models/core/users/hashed-address.server";
import type { User } from "~/models/core/users/viewer";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { findLinksOfPost } from "~/models/support/freshdesk/links.server";
import { noteFreshdeskTicketSeen } from "~/models/support/freshdesk/note-ticket-seen.server";
import {
  disconnectFreshdesk,
  pauseFreshdesk,
  resumeFreshdesk,
} from "~/models/support/freshdesk/pause-freshdesk.server";
import { unlinkFreshdeskTicket } from "~/models/support/freshdesk/unlink-ticket.server";
import { askSupporter } from "~/models/support/supporters/ask-supporter.server";
import { countWaiting } from "~/models/support/supporters/count-waiting.server";
import { linkPostToTicket, unlinkPostFromTicket } from "~/models/support/tickets/link-post.server";
import { putAwayTicket } from "~/models/support/tickets/put-away-ticket.server";
import type { TicketNumber } from "~/models/support/tickets/ticket-number";
import { type Freshdesk, startFreshdesk } from "../../../../fakes/freshdesk/freshdesk";
import { origin, secret, useApp } from "../../../support/app";
import { Visitor, words } from "../../../support/browser";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { connect } from "../../../support/freshdesk/connect";
import { enqueueNow, retryJobs, runJobs } from "../../../support/jobs";
import { linksOf, parsed, visible } from "../../../support/mail";
import { Collector } from "../../../support/mailers";
import { tablesThatSay } from "../../../support/search-everywhere";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "gus" | "ben" | "cleo", User>;
let boardId = 0;
let desk: Freshdesk;
let client: Client;
let provider: Collector;
let now = new Date();

beforeEach(async () => {
  people = await cast("ada", "mona", "gus", "ben", "cleo");
  boardId = await addBoard();
  desk = await startFreshdesk();
  client = connect(desk);
  provider = new Collector();
  now = new Date();
  await post(people.ben, idea(boardId, { title: "Export to paper" }));
});

afterEach(async () => {
  client.close();
  await desk.stop();
});

/** Everything that waits, but for reading tickets, which `see` does here. */
async function work(): Promise<void> {
  const env = readEnv({ NODE_ENV: "test", SESSION_SECRET: secret, FRESHDESK_EMAIL: "support@acme.example" });
  const tools = { env, freshdesk: client, mailer: provider, now: () => now };
  await runJobs(tools, { only: "ask-supporters" });
  await runJobs(tools, { only: "send-mail" });
}

const later = async (days: number) => {
  now = new Date(now.getTime() + days * 24 * 60 * 60_000);
  await enqueueNow("ask-supporters");
  await work();
};

/** What the engine does once it reads a ticket. */
async function see(number: number): Promise<void> {
  const { ticket, ...seen } = { ticket: undefined, ...(await client.getTicket(number)) };
  const sighting = { number, state: seen.state, via: "number" as const, at: new Date() };
  const mergedInto = "into" in seen ? { mergedInto: seen.into } : {};
  await noteFreshdeskTicketSeen(db, { ...sighting, ...mergedInto, ...(ticket && { ticket }) });
}

/** A customer's ticket that is linked to a post, and read. */
async function ticketOf(email: string, { on = 1, ...draft }: { on?: number; source?: number } = {}): Promise<number> {
  const { id } = desk.createTicket({ email, subject: "Please", description: "<p>Please</p>", ...draft });
  await link(id, on);
  return id;
}

async function link(ticket: number, on = 1): Promise<void> {
  await linkFreshdeskTicket(db, { viewer: people.gus, number: on, ticket: String(ticket) });
  await see(ticket);
}

async function unlink(ticket: number, on = 1): Promise<void> {
  const links = await findLinksOfPost(db, people.gus, await idOf(on));
  const id = links.find((link) => link.ticket === ticket)?.id ?? "";
  await unlinkFreshdeskTicket(db, { viewer: people.gus, linkId: id });
}

async function idOf(number: number): Promise<string> {
  const [row] = await db.select({ id: posts.id }).from(posts).where(eq(posts.number, number));
  return row?.id ?? "";
}

const waiting = async (number = 1) => countWaiting(db, people.gus, await idOf(number));
const states = async () =>
  (await db.select({ state: supporters.state }).from(supporters).orderBy(supporters.createdAt)).map(
    ({ state }) => state,
  );
const mailed = () => provider.mails.map(({ to }) => to);
const move = (to: "planned" | "shipped", from: "open" | "in_progress" = "open") =>
  movePost(db, { viewer: people.mona, number: 1, from, move: { to, answer: "Yes.", release: "" } as never });

/** The links of the last mail: yes, and no. */
async function linksOfLast() {
  const mail = provider.mails.at(-1);
  if (!mail) throw new Error("There is no mail.");
  const all = linksOf(await parsed(mail)).map((link) => link.replace(origin(), ""));
  return {
    yes: all.find((link) => link.startsWith("/consent/")) ?? "",
    no: all.find((link) => link.startsWith("/unsubscribe/")) ?? "",
  };
}

test("whoever asked us waits, too, with Freshdesk or without: they are asked, and a yes counts if the post is theirs", async () => {
  const categoryId = await addCategory();
  const guest = { name: "Zoe", email: "zoe@acme.example" };
  const tickets = [await ask(null, { categoryId, guest }), await ask(null, { categoryId, guest })];
  const viewer = people.gus;
  for (const [i, number] of tickets.entries()) {
    await linkPostToTicket(db, { viewer, number, post: 1, origin: i === 0 ? "post_made" : "linked" });
  }
  const runAlone = async () => {
    const env = readEnv({ NODE_ENV: "test", SESSION_SECRET: secret });
    for (const only of ["ask-supporters", "send-mail"] as const)
      await runJobs({ env, mailer: provider, now: () => now }, { only });
  };
  await runAlone();
  expect(mailed()).toEqual(["zoe@acme.example"]);
  expect(await waiting()).toEqual({ tickets: 2, supporters: 1, companies: 1 });
  const votesBefore = await db.$count(votes);
  await new Visitor().post((await linksOfLast()).yes);
  expect([await states(), await db.$count(votes)]).toEqual([["agreed"], votesBefore + 1]);
  // What is unlinked or deleted waits no more; whoever agreed stays.
  await unlinkPostFromTicket(db, { viewer, number: tickets[1] as TicketNumber, post: 1 });
  await putAwayTicket(db, { viewer, number: tickets[0] as TicketNumber, as: "deleted" });
  await runAlone();
  expect(await waiting()).toMatchObject({ tickets: 0, companies: 0 });
  expect(await states()).toEqual(["agreed"]);
  // Nobody of the team is asked, and nobody who takes part already.
  const own = await ask(people.mona, { categoryId });
  await linkPostToTicket(db, { viewer, number: own, post: 1 });
  await runAlone();
  expect(mailed()).toHaveLength(1);
});

describe("counting", () => {
  test("a customer counts once, however many tickets they have; companies are counted, too", async () => {
    desk.account.addCompany("Northwind", ["northwind.example"]);
    desk.account.addCompany("Acme", ["acme.example"]);
    await ticketOf("mara@northwind.example");
    await ticketOf("mara@northwind.example");
    await ticketOf("nick@northwind.example");
    await ticketOf("olaf@acme.example");
    await ticketOf("lone@nowhere.example");
    expect(await waiting()).toEqual({ tickets: 5, supporters: 4, companies: 2 });
    await work();
    expect(await waiting()).toEqual({ tickets: 5, supporters: 4, companies: 2 });
    expect(await states()).toHaveLength(4);
  });

  test("a member who votes is not counted twice, before and after they were asked", async () => {
    await ticketOf("cleo@example.com");
    await work();
    expect(await waiting()).toMatchObject({ supporters: 1 });
    await castVote(db, { viewer: people.cleo, number: 1 });
    expect(await waiting()).toMatchObject({ tickets: 1, supporters: 0 });
  });

  test("an account that was made after they were asked is known by its address", async () => {
    await ticketOf("mara@northwind.example");
    await work();
    const mara = { id: uuid(), email: "mara@northwind.example", name: "Mara", handle: "mara" };
    await db.insert(users).values(mara);
    await castVote(db, { viewer: { ...mara, role: "member", language: "en" }, number: 1 });
    expect(await waiting()).toMatchObject({ tickets: 1, supporters: 0 });
  });

  test("is for those who handle tickets", async () => {
    for (const viewer of [people.ben, null])
      await expect(countWaiting(db, viewer, await idOf(1))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an original counts those of its duplicates, each once, and gives them back", async () => {
    await post(people.cleo, idea(boardId, { title: "Print things" }));
    await ticketOf("mara@northwind.example");
    await ticketOf("mara@northwind.example", { on: 2 });
    await ticketOf("nick@northwind.example", { on: 2 });
    await mergePosts(db, { viewer: people.mona, number: 2, into: 1 });
    expect(await waiting(1)).toMatchObject({ tickets: 3, supporters: 2 });
    await work();
    expect(mailed().sort()).toEqual(["mara@northwind.example", "nick@northwind.example"]);
    await unmergePost(db, { viewer: people.mona, number: 2 });
    expect(await waiting(1)).toMatchObject({ tickets: 1, supporters: 1 });
    expect(await waiting(2)).toMatchObject({ tickets: 2, supporters: 2 });
  });
});

describe("following the tickets", () => {
  test("spam, deleted and unlinked tickets wait no more, and come back when they do", async () => {
    const ticket = await ticketOf("mara@northwind.example");
    for (const [away, back] of [
      [() => desk.markSpam(ticket), () => desk.unmarkSpam(ticket)],
      [() => desk.deleteTicket(ticket), () => desk.restoreTicket(ticket)],
    ] as const) {
      desk.clock.advance(60_000);
      away();
      await see(ticket);
      expect(await waiting()).toEqual({ tickets: 0, supporters: 0, companies: 0 });
      desk.clock.advance(60_000);
      back();
      await see(ticket);
      expect(await waiting()).toMatchObject({ tickets: 1, supporters: 1 });
    }
    await unlink(ticket);
    expect(await waiting()).toEqual({ tickets: 0, supporters: 0, companies: 0 });
    await work();
    expect(await states()).toEqual([]);
    expect(mailed()).toEqual([]);
  });

  test("whoever wrote a ticket that was merged waits with the one that took it in", async () => {
    const [kept, gone] = [await ticketOf("mara@northwind.example"), await ticketOf("nick@northwind.example")];
    desk.clock.advance(60_000);
    desk.mergeTickets(kept, [gone]);
    await see(gone);
    expect(await waiting()).toMatchObject({ tickets: 1, supporters: 2 });
    await unlink(kept);
    expect(await waiting()).toMatchObject({ tickets: 0, supporters: 0 });
  });

  test("another requester takes the place of the one before", async () => {
    const ticket = await ticketOf("mara@northwind.example");
    await work();
    const other = desk.createTicket({ email: "nick@northwind.example", subject: "x", description: "x" });
    desk.clock.advance(60_000);
    desk.update(ticket, { requester_id: other.requester_id });
    await see(ticket);
    await work();
    expect(await waiting()).toMatchObject({ tickets: 1, supporters: 1 });
    expect((await states()).sort()).toEqual(["asked", "lapsed"]);
    expect(mailed()).toEqual(["mara@northwind.example", "nick@northwind.example"]);
    expect(await db.select().from(supporters).where(eq(supporters.email, "mara@northwind.example"))).toEqual([]);
  });

  test("whoever was asked is not asked again when the ticket comes back", async () => {
    const ticket = await ticketOf("mara@northwind.example");
    await work();
    await unlink(ticket);
    await work();
    expect(await states()).toEqual(["lapsed"]);
    await link(ticket);
    await work();
    expect(await waiting()).toMatchObject({ supporters: 1 });
    expect(mailed()).toHaveLength(1);
  });

  test("after disconnecting without the links nobody is left but as a hash", async () => {
    await ticketOf("mara@northwind.example");
    await work();
    await disconnectFreshdesk(db, { viewer: people.ada, keepsLinks: false });
    await later(0);
    expect(await states()).toEqual(["lapsed"]);
    expect(await waiting()).toMatchObject({ tickets: 0, supporters: 0 });
  });
});

describe("asking", () => {
  test("says why, links to the post, and can be ended by one click; in the contact's language", async () => {
    const ticket = await ticketOf("mara@northwind.example");
    const contact = desk.account.contacts.get(desk.ticket(ticket).requester_id);
    Object.assign(contact ?? {}, { language: "de" });
    await work();
    const [sent] = provider.mails;
    const mail = await parsed(sent as never);
    expect(mail.subject).toBe("Du hast unseren Support danach gefragt: Export to paper");
    expect(visible(mail)).toContain("Export to paper");
    expect(mail.text).toContain(`${origin()}/posts/1/`);
    const { no } = await linksOfLast();
    expect(mail.header("list-unsubscribe")).toBe(`<${origin()}${no}>`);
    expect(mail.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail.document.documentElement.lang).toBe("de");
    expect((await db.select().from(events).where(eq(events.type, "supporter.asked"))).length).toBe(1);
  });

  test("follows from linking by itself: the ticket is read, its contact is looked up, the mail goes", async () => {
    const { id } = desk.createTicket({ email: "mara@northwind.example", subject: "Please", description: "x" });
    await linkFreshdeskTicket(db, { viewer: people.gus, number: 1, ticket: `#${id}` });
    await runJobs({ freshdesk: client, mailer: provider });
    expect(mailed()).toEqual(["mara@northwind.example"]);
    expect(await waiting()).toMatchObject({ tickets: 1, supporters: 1 });
  });

  test("happens once, whatever is repeated", async () => {
    await ticketOf("mara@northwind.example");
    await runJobs({ freshdesk: client, mailer: provider }, { only: "ask-supporters", twice: true });
    await ticketOf("mara@northwind.example");
    await later(30);
    expect(mailed()).toEqual(["mara@northwind.example"]);
  });

  test("is not repeated for somebody who was asked, whoever tries", async () => {
    await ticketOf("mara@northwind.example");
    await work();
    const [row] = await db.select({ supporterId: supporters.id }).from(supporters);
    const customer = { email: "mara@northwind.example", language: "en" };
    await askSupporter(db, { supporterId: row?.supporterId ?? "", customer });
    await work();
    expect(mailed()).toHaveLength(1);
  });

  test("a no counts for the posts that are merged with it, too", async () => {
    await post(people.cleo, idea(boardId, { title: "Print things" }));
    await ticketOf("mara@northwind.example");
    await work();
    await new Visitor().post((await linksOfLast()).no);
    await mergePosts(db, { viewer: people.mona, number: 2, into: 1 });
    await ticketOf("mara@northwind.example", { on: 2 });
    await work();
    expect(mailed()).toHaveLength(1);
    expect(await waiting()).toMatchObject({ tickets: 2, supporters: 0 });
  });

  test.each([
    ["an agent's own ticket", () => ticketFromAgent(), { supporters: 0 }],
    ["the team's own address", () => ticketOf("mona@example.com"), { supporters: 0 }],
    ["our own support address", () => ticketOf("support@acme.example"), { supporters: 0 }],
    ["what agents mailed out", () => ticketOf("mara@northwind.example", { source: 10 }), { supporters: 0 }],
    ["whoever takes part already", () => ticketOf("ben@example.com"), { supporters: 0 }],
  ])("is not for %s", async (_who, make, expected) => {
    await make();
    await work();
    expect(mailed()).toEqual([]);
    expect(await waiting()).toMatchObject(expected);
  });

  async function ticketFromAgent(): Promise<void> {
    const id = await ticketOf("ines.private@acme.example");
    desk.clock.advance(60_000);
    const [agent] = desk.account.agents.values();
    desk.ticket(id).requester_id = agent?.id ?? 0;
    await link(id);
    await see(id);
  }

  test("no suppressed address is mailed, by its hash neither", async () => {
    await db.insert(suppressions).values([
      { email: "mara@northwind.example", reason: "complaint" },
      { email: hashedAddress("nick@northwind.example"), reason: "complaint" },
    ]);
    const ticket = await ticketOf("mara@northwind.example");
    await ticketOf("nick@northwind.example");
    await work();
    expect(mailed()).toEqual([]);
    expect(await states()).toEqual(["unreachable", "unreachable"]);
    expect(await waiting()).toMatchObject({ supporters: 2 });
    await unlink(ticket);
    await work();
    expect(await states()).toEqual(["unreachable"]);
  });

  test("nothing private crosses, and nobody is asked about what is done or closed", async () => {
    await ticketOf("mara@northwind.example");
    await db.update(boards).set({ visibility: "members" });
    await work();
    await db.update(boards).set({ visibility: "staff" });
    await later(1);
    expect(mailed()).toEqual([]);
    await db.update(boards).set({ visibility: "public" });
    await db.update(posts).set({ status: "declined" });
    await later(1);
    expect(mailed()).toEqual([]);
    expect(await db.select().from(deliveries)).toEqual([]);
    await db.update(posts).set({ status: "open" });
    await later(1);
    expect(mailed()).toEqual(["mara@northwind.example"]);
  });

  test("the last look is just before the mail goes: a board that closed meanwhile stops it", async () => {
    await ticketOf("mara@northwind.example");
    await runJobs({ freshdesk: client, mailer: provider, now: () => now }, { only: "ask-supporters" });
    await db.update(boards).set({ visibility: "staff" });
    await work();
    expect(mailed()).toEqual([]);
    expect(await db.select({ status: deliveries.status }).from(deliveries)).toEqual([{ status: "skipped" }]);
    await db.update(boards).set({ visibility: "public" });
    await later(2);
    expect(mailed()).toEqual(["mara@northwind.example"]);
  });

  test("one address gets two such mails in a week, the next one later", async () => {
    for (const on of [1, 2, 3]) {
      if (on > 1) await post(people.ben, bug(boardId));
      await ticketOf("mara@northwind.example", { on });
    }
    await work();
    expect(mailed()).toHaveLength(2);
    await later(3);
    expect(mailed()).toHaveLength(2);
    await later(5);
    expect(mailed()).toHaveLength(3);
  });

  test("waits while Freshdesk is paused, unreachable or refuses, and goes on by itself", async () => {
    await ticketOf("mara@northwind.example");
    await pauseFreshdesk(db, { viewer: people.ada });
    await work();
    expect(mailed()).toEqual([]);
    await resumeFreshdesk(db, { viewer: people.ada });
    desk.faults.plan(["server-error", "html", "truncated", "cut-before-commit"], { path: "/contacts" });
    await later(0);
    expect(desk.faults.injected).toMatchObject({ html: 1 });
    expect(await states()).toEqual(["waiting"]);
    expect(mailed()).toEqual([]);
    await later(0);
    expect(mailed()).toEqual(["mara@northwind.example"]);
    expect(await db.select().from(freshdeskSettings)).toHaveLength(1);
  });

  test("a worker that dies between asking and mailing mails nobody twice", async () => {
    await ticketOf("mara@northwind.example");
    provider.failing = { times: 1, arrives: true };
    await expect(work()).rejects.toThrow("It hangs");
    await retryJobs();
    await work();
    expect(new Set(provider.mails.map(({ id }) => id)).size).toBe(1);
    expect(provider.tries[1]?.mails).toEqual(provider.tries[0]?.mails);
  });
});

describe("answering", () => {
  beforeEach(async () => {
    await ticketOf("mara@northwind.example");
    await work();
  });

  test("opening the links changes nothing", async () => {
    const { yes, no } = await linksOfLast();
    const visitor = new Visitor();
    expect(words(await visitor.get(yes))).toContain("Shall we keep you posted?");
    expect(words(await visitor.get(no))).toContain("Unlink you from this?");
    expect(await states()).toEqual(["asked"]);
    expect(await db.select().from(follows).where(sql`user_id not in (select author_id from posts)`)).toEqual([]);
  });

  test("yes makes an account that follows at milestones, casts no vote, and signs nobody in", async () => {
    const visitor = new Visitor();
    const page = await visitor.post((await linksOfLast()).yes);
    expect(words(page)).toContain("We keep you posted.");
    expect(visitor.cookies.has("session")).toBe(false);
    const [user] = await db.select().from(users).where(eq(users.email, "mara@northwind.example"));
    expect(
      await db
        .select({ level: follows.level })
        .from(follows)
        .where(eq(follows.userId, user?.id ?? "")),
    ).toEqual([{ level: "milestones" }]);
    const [row] = await db.select({ votes: posts.voteCount, followers: posts.followerCount }).from(posts);
    expect(row).toEqual({ votes: 1, followers: 2 });
    expect(await waiting()).toMatchObject({ supporters: 1 });
    await visitor.post((await linksOfLast()).yes);
    expect((await db.select().from(events).where(eq(events.type, "supporter.agreed"))).length).toBe(1);
    await move("planned");
    await runJobs({ mailer: provider, freshdesk: client });
    expect(mailed().filter((to) => to === "mara@northwind.example")).toHaveLength(2);
  });

  test("whoever wrote the ticket that the post was made of has asked for it: their yes is a vote", async () => {
    await db.update(freshdeskLinks).set({ origin: "post_made" });
    const visitor = new Visitor();
    const { yes } = await linksOfLast();
    for (let i = 0; i < 2; i++) await visitor.post(yes);
    const [user] = await db.select().from(users).where(eq(users.email, "mara@northwind.example"));
    expect(
      await db
        .select()
        .from(votes)
        .where(eq(votes.userId, user?.id ?? "")),
    ).toHaveLength(1);
    const [row] = await db.select({ votes: posts.voteCount, followers: posts.followerCount }).from(posts);
    expect(row).toEqual({ votes: 2, followers: 2 });
    expect(await waiting()).toMatchObject({ supporters: 0 });
  });

  test("without an answer there is no further mail when the post moves", async () => {
    await move("planned");
    await runJobs({ mailer: provider, freshdesk: client });
    expect(mailed().filter((to) => to === "mara@northwind.example")).toHaveLength(1);
  });

  test("whoever agreed stays when the ticket is unlinked, and counts as a voter once they vote", async () => {
    await new Visitor().post((await linksOfLast()).yes);
    const [seen] = await findLinksOfPost(db, people.gus, await idOf(1));
    await unlink(seen?.ticket ?? 0);
    await work();
    expect(await waiting()).toMatchObject({ tickets: 0, supporters: 1 });
    const [user] = await db.select().from(users).where(eq(users.email, "mara@northwind.example"));
    await castVote(db, { viewer: { ...people.cleo, id: user?.id ?? "" }, number: 1 });
    expect(await waiting()).toMatchObject({ supporters: 0 });
  });

  test("no, by one click from the mail program, leaves nothing but hashes, and nobody asks again", async () => {
    const { no, yes } = await linksOfLast();
    const answer = await fetch(new URL(no, origin()), {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      headers: { Origin: "https://mail.example" },
    });
    expect(answer.status).toBe(200);
    expect(await states()).toEqual(["declined"]);
    expect(await tablesThatSay("mara@northwind.example")).toEqual([]);
    const contact = [...desk.account.contacts.values()].find(({ email }) => email === "mara@northwind.example");
    const [row] = await db.select().from(supporters);
    expect(row?.contactId).not.toBe(String(contact?.id));
    expect(await waiting()).toMatchObject({ tickets: 1, supporters: 0 });
    await ticketOf("mara@northwind.example");
    await later(30);
    expect(await waiting()).toMatchObject({ tickets: 2, supporters: 0 });
    expect(mailed()).toHaveLength(1);
    const visitor = new Visitor();
    expect(words(await visitor.get(no))).toContain("You are unlinked.");
    expect(words(await visitor.post(yes))).toContain("you are not linked to it any more");
    expect(await states()).toEqual(["declined"]);
  });

  test("no after yes ends the mails, too", async () => {
    const { yes, no } = await linksOfLast();
    const visitor = new Visitor();
    await visitor.post(yes);
    await visitor.post(no);
    expect(await states()).toEqual(["declined"]);
    await move("planned");
    await runJobs({ mailer: provider, freshdesk: client });
    expect(mailed().filter((to) => to === "mara@northwind.example")).toHaveLength(1);
  });

  test("tokens that are not known do nothing and say so", async () => {
    const visitor = new Visitor();
    expect(words(await visitor.post("/consent/unknown"))).toContain("This link is not known");
    expect(words(await visitor.post("/unsubscribe/unknown"))).toContain("There is nothing to do here");
    expect(await states()).toEqual(["asked"]);
  });

  test("a link from another mail of ours cannot be used here", async () => {
    const { no } = await linksOfLast();
    expect(words(await new Visitor().get(no.replace("/unsubscribe/", "/solved/")))).toContain("There is nothing to do");
  });

  test("deleting the account takes the supporter along, and nobody asks again", async () => {
    await new Visitor().post((await linksOfLast()).yes);
    const [user] = await db.select().from(users).where(eq(users.email, "mara@northwind.example"));
    await deleteAccount(db, { viewer: people.ada, userId: user?.id ?? "", texts: "kept" });
    await runJobs({ mailer: provider, freshdesk: client });
    await later(30);
    expect(await tablesThatSay("mara@northwind.example")).toEqual([]);
    expect(await states()).toEqual(["declined"]);
    expect(mailed()).toHaveLength(1);
  });
});
