import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, freshdeskLinks, freshdeskReads, freshdeskTickets, freshdeskWrites, posts } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import {
  expectStatus,
  noteFreshdeskTicketSeen,
  type Sighting,
} from "~/models/support/freshdesk/note-ticket-seen.server";
import { listLog } from "~/models/support/freshdesk/queue-state.server";
import { saveFreshdeskSettings } from "~/models/support/freshdesk/save-settings.server";
import { freshdeskDraft } from "~/models/support/freshdesk/settings-draft";
import { addBoard, bug, cast, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const noon = Date.parse("2026-11-25T12:00:00Z");
const at = (second: number) => new Date(noon + second * 1000);

let gus: User;
let ada: User;
beforeEach(async () => {
  const people = await cast("ben", "gus", "ada");
  ({ gus, ada } = people);
  await post(people.ben, bug(await addBoard()));
  await linkFreshdeskTicket(db, { viewer: gus, number: 1, ticket: "12" });
});

/** Ticket 12 with this status, updated at one time and asked for at another. */
function seen(status: number, updated: number, asked = updated, change: Partial<Sighting> = {}): Promise<void> {
  const ticket = { status, subject: "Help", source: 1, requesterId: "430", companyId: null, updatedAt: at(updated) };
  return noteFreshdeskTicketSeen(db, { number: 12, state: "here", ticket, via: "number", at: at(asked), ...change });
}

const known = async () => (await db.select().from(freshdeskTickets).where(eq(freshdeskTickets.number, 12)))[0];
const log = async () => (await listLog(db, gus, { ticket: 12 })).items.map(({ kind }) => kind).reverse();
const reads = async () => (await db.select().from(freshdeskReads)).map(({ ticket }) => ticket);

test("what is older changes nothing, and the same again tells nothing new", async () => {
  await seen(2, 0);
  await seen(4, 20);
  await seen(3, 10);
  await seen(4, 20, 21);
  expect(await known()).toMatchObject({ status: 4, updatedAt: at(20) });
  expect(await log()).toEqual(["linked", "seen_first", "seen_status"]);
});

test("within one second the order is that of asking, and a list that differs has the ticket read", async () => {
  await seen(2, 0);
  await seen(4, 10, 12);
  await seen(2, 10, 11);
  expect(await known()).toMatchObject({ status: 4 });
  expect(await reads()).toEqual([12]);
  await db.delete(freshdeskReads);
  await seen(3, 10, 13, { via: "list" });
  expect(await known()).toMatchObject({ status: 4 });
  expect(await reads()).toEqual([12]);
  await seen(3, 10, 14);
  expect(await known()).toMatchObject({ status: 3 });
});

test("our own status coming back is no news; the next one by somebody else is", async () => {
  await seen(2, 0);
  await expectStatus(db, 12, 4);
  await seen(4, 10);
  expect(await log()).toEqual(["linked", "seen_first"]);
  await seen(2, 20);
  await seen(4, 30);
  expect(await log()).toEqual(["linked", "seen_first", "seen_status", "seen_status"]);
});

test("whose ticket it is, is told once, and again when it becomes somebody else's", async () => {
  await seen(2, 0);
  await seen(3, 10);
  const told = await db.select({ data: events.data }).from(events).where(eq(events.type, "freshdesk.requester_known"));
  expect(told.map(({ data }) => data)).toEqual([{ ticket: 12, requesterId: "430" }]);
});

test("of a ticket that nobody linked only the number and its time are kept", async () => {
  await seen(2, 0, 1, { number: 99 });
  const [ticket] = await db.select().from(freshdeskTickets).where(eq(freshdeskTickets.number, 99));
  expect(ticket).toMatchObject({ state: null, subject: null, requesterId: null, status: null, updatedAt: at(0) });
});

test.each(["deleted", "spam", "archived", "hidden", "missing"] as const)(
  "%s shows on the link and moves nothing",
  async (state) => {
    await seen(2, 0);
    await seen(2, 10, 10, { state, ...(["hidden", "missing"].includes(state) && { ticket: undefined }) });
    expect(await known()).toMatchObject({ state, subject: "Help" });
    expect(await log()).toEqual(["linked", "seen_first", `seen_${state}`]);
    await seen(2, 20);
    expect((await log()).at(-1)).toBe("seen_back");
    expect(await db.select({ kind: freshdeskWrites.kind }).from(freshdeskWrites)).toEqual([{ kind: "update" }]);
  },
);

test("a ticket that was merged is followed, and no list brings it back", async () => {
  await seen(2, 0);
  await seen(5, 10, 10, { state: "merged", mergedInto: 15 });
  await seen(5, 20, 20, { via: "list" });
  expect(await known()).toMatchObject({ state: "merged", mergedInto: 15 });
  const links = await db.select({ ticket: freshdeskLinks.ticket, origin: freshdeskLinks.origin }).from(freshdeskLinks);
  expect(links).toEqual([
    { ticket: 12, origin: "staff" },
    { ticket: 15, origin: "merged" },
  ]);
});

const status = async () => (await db.select({ status: posts.status }).from(posts))[0]?.status;

const draft = freshdeskDraft.parse({ setsTags: true, addressField: null, looksInNotes: true });

test("no post moves by itself", async () => {
  await seen(2, 0);
  await seen(4, 10);
  expect(await status()).toBe("open");
});

test("with a rule the last solved ticket moves the post, and one opened again moves it back; our own writes do not", async () => {
  const rules = { solved: { bug: "confirmed" as const }, reopened: { bug: "in_progress" as const } };
  await saveFreshdeskSettings(db, { viewer: ada, draft: { ...draft, rules } });
  await linkFreshdeskTicket(db, { viewer: gus, number: 1, ticket: "13" });
  await seen(2, 0);
  await seen(2, 0, 0, { number: 13 });
  await seen(4, 10);
  expect(await status(), "ticket 13 is not solved").toBe("open");
  await expectStatus(db, 13, 4);
  await seen(4, 20, 20, { number: 13 });
  expect(await status(), "that was ourselves").toBe("open");
  await seen(2, 30, 30, { number: 13 });
  expect(await status(), "a bug cannot go there from open").toBe("open");
  await seen(5, 40, 40, { number: 13 });
  expect(await status()).toBe("confirmed");
  await seen(2, 50);
  expect(await status()).toBe("in_progress");
  expect((await log()).at(-1)).toBe("rule_moved");
});

test("a rule leads nowhere that needs a reason", async () => {
  const save = saveFreshdeskSettings(db, {
    viewer: ada,
    draft: { ...draft, rules: { solved: { bug: "wont_fix" } } },
  });
  await expect(save).rejects.toMatchObject({ code: "ruleImpossible" });
});
