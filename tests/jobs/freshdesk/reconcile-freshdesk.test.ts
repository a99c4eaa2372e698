import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshdeskLinks, freshdeskTickets } from "#db/schema";
import { forgetFreshdeskTickets } from "~/models/support/freshdesk/forget-tickets.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { findFreshdeskTicket } from "~/models/support/freshdesk/links.server";
import { noteFreshdeskTicketSeen } from "~/models/support/freshdesk/note-ticket-seen.server";
import {
  disconnectFreshdesk,
  pauseFreshdesk,
  resumeFreshdesk,
} from "~/models/support/freshdesk/pause-freshdesk.server";
import { findFreshdeskState, listWrites } from "~/models/support/freshdesk/queue-state.server";
import { resyncAll, resyncFreshdeskTicket } from "~/models/support/freshdesk/resync.server";
import { changeSettings, findSettings } from "~/models/support/freshdesk/settings.server";
import { unlinkFreshdeskTicket } from "~/models/support/freshdesk/unlink-ticket.server";
import { minute } from "../../../fakes/freshdesk/clock";
import { origin, useApp } from "../../support/app";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { openDesk, ticketOf } from "../../support/freshdesk/desk";

useDatabase();
useApp();

type Desk = Awaited<ReturnType<typeof openDesk>>;

const reconcile = (desk: Desk) => desk.ring("reconcile-freshdesk");

/** Two ideas of Ben's; a ticket linked to the first; the poll has been round. No webhook ever comes. */
async function stage(desk: Desk) {
  const people = await cast("ben", "gus", "ada");
  const board = await addBoard();
  for (const title of ["Dark mode", "Search in files"]) await post(people.ben, idea(board, { title }));
  await changeSettings(db, { addressField: "cf_portal_post" });
  const ticket = ticketOf(desk);
  await linkFreshdeskTicket(db, { viewer: people.gus, number: 1, ticket: String(ticket) });
  await desk.work();
  await reconcile(desk);
  await desk.freshdesk.clock.advance(minute);
  return { ...people, ticket };
}

const stateOf = async (ticket: number) =>
  (await db.select().from(freshdeskTickets).where(eq(freshdeskTickets.number, ticket)))[0];

const linked = async () =>
  (await db.select().from(freshdeskLinks))
    .filter(({ unlinkedAt }) => !unlinkedAt)
    .map(({ ticket, origin }) => [ticket, origin]);

test("the poll finds what no webhook told: solved, deleted, restored, spam, merged", async () => {
  await using desk = await openDesk();
  const { freshdesk } = desk;
  const { ticket } = await stage(desk);
  const steps: [() => void, object][] = [
    [() => freshdesk.setStatus(ticket, 4), { state: "here", status: 4 }],
    [() => freshdesk.deleteTicket(ticket), { state: "deleted" }],
    [() => freshdesk.restoreTicket(ticket), { state: "here" }],
    [() => freshdesk.markSpam(ticket), { state: "spam" }],
    [() => freshdesk.unmarkSpam(ticket), { state: "here" }],
  ];
  for (const [change, expected] of steps) {
    change();
    await reconcile(desk);
    expect(await stateOf(ticket)).toMatchObject(expected);
    await freshdesk.clock.advance(minute);
  }
  const into = ticketOf(desk, "The same again");
  freshdesk.mergeTickets(into, [ticket]);
  await reconcile(desk);
  expect(await stateOf(ticket)).toMatchObject({ state: "merged", mergedInto: into });
  expect(await linked()).toEqual([
    [ticket, "staff"],
    [into, "merged"],
  ]);
});

test("archived and forgotten tickets, of which no list tells, are found within a day", async () => {
  await using desk = await openDesk();
  const { ticket } = await stage(desk);
  const other = ticketOf(desk, "Another");
  await linkFreshdeskTicket(db, { viewer: (await cast("mona")).mona, number: 2, ticket: String(other) });
  await desk.work();
  desk.freshdesk.archive(ticket);
  desk.freshdesk.forget(other);
  desk.pass(25 * 3600);
  await reconcile(desk);
  expect(await stateOf(ticket)).toMatchObject({ state: "archived" });
  expect(await stateOf(other)).toMatchObject({ state: "missing" });
});

test("an address that an agent pastes into the field or a note links the ticket; a customer's words do not", async () => {
  await using desk = await openDesk();
  await stage(desk);
  const { freshdesk } = desk;
  const [inField, inNote, byCustomer, elsewhere] = ["a", "b", "c", "d"].map((subject) => ticketOf(desk, subject));
  freshdesk.update(inField ?? 0, { custom_fields: { cf_portal_post: `${origin()}/posts/2` } });
  freshdesk.addNote(
    inNote ?? 0,
    `<div>See <a href="${origin()}/posts/2/search?x">this</a>: he pays 400 a month.</div>`,
  );
  freshdesk.customerReply(byCustomer ?? 0, `<div>${origin()}/posts/2</div>`);
  freshdesk.addNote(elsewhere ?? 0, "<div>https://elsewhere.example/posts/2</div>");
  await reconcile(desk);
  expect((await linked()).slice(1).sort()).toEqual([
    [inField, "field"],
    [inNote, "note"],
  ]);
  const kept = JSON.stringify([await db.select().from(freshdeskTickets), await listWrites(db, await ada())]);
  expect(kept).not.toContain("400 a month");
});

const ada = async () => (await cast("mona")).mona;

test("an unlinked ticket loses our marks, keeps everybody else's, and its old note does not link it again", async () => {
  await using desk = await openDesk();
  const { ticket, gus } = await stage(desk);
  const { freshdesk } = desk;
  freshdesk.addNote(ticket, `<div>${origin()}/posts/1</div>`);
  freshdesk.update(ticket, { tags: [...freshdesk.ticket(ticket).tags, "vip"] });
  await reconcile(desk);
  await freshdesk.clock.advance(minute);
  const [link] = await db.select().from(freshdeskLinks);
  await unlinkFreshdeskTicket(db, { viewer: gus, linkId: link?.id ?? "", at: desk.now() });
  await desk.work();
  expect(freshdesk.ticket(ticket)).toMatchObject({ tags: ["vip"], custom_fields: { cf_portal_post: null } });
  await freshdesk.clock.advance(minute);
  freshdesk.addNote(ticket, "<div>Thanks.</div>");
  await reconcile(desk);
  expect(await linked()).toEqual([]);
  freshdesk.addNote(ticket, `<div>Again: ${origin()}/posts/1</div>`);
  await reconcile(desk);
  expect(await linked()).toEqual([[ticket, "note"]]);
});

test("a pass goes on where the last one stopped, page by page, beyond the last page that Freshdesk has", async () => {
  await using desk = await openDesk({ clock: { speed: 0 }, habits: { lastPage: 2 } });
  const { ticket } = await stage(desk);
  const { freshdesk } = desk;
  for (let i = 0; i < 450; i++) {
    ticketOf(desk, `Noise ${i}`);
    if (i % 10 === 0) await freshdesk.clock.advance(1000);
  }
  freshdesk.setStatus(ticket, 4);
  await changeSettings(db, { looksInNotes: false });
  freshdesk.faults.plan("server-error", { method: "GET", path: "page=1&order_by=updated_at" });
  const before = (await findSettings(db)).updatedUpTo?.getTime() ?? 0;
  freshdesk.faults.stop();
  let pages = 0;
  const stopping = new Proxy(desk.client, {
    get: (client, key) =>
      key === "listUpdatedSince"
        ? async function* (...input: Parameters<typeof client.listUpdatedSince>) {
            for await (const page of client.listUpdatedSince(...input)) {
              if (++pages > 2) throw new Error("killed");
              yield page;
            }
          }
        : Reflect.get(client, key),
  });
  await expect(desk.ring("reconcile-freshdesk", { freshdesk: stopping })).rejects.toThrow("killed");
  const stopped = (await findSettings(db)).updatedUpTo?.getTime() ?? 0;
  expect(stopped).toBeGreaterThan(before);
  expect(await stateOf(ticket)).toMatchObject({ status: 2 });
  const calls = freshdesk.requests.length;
  await reconcile(desk);
  expect(await stateOf(ticket)).toMatchObject({ status: 4 });
  const [first] = freshdesk.requests.slice(calls);
  const since = Date.parse(new URL(first?.path ?? "", "http://x").searchParams.get("updated_since") ?? "");
  expect(since).toBeGreaterThan(before - 2 * minute);
});

test("while it is paused nothing goes out and nothing is read; afterwards everything is made up for", async () => {
  await using desk = await openDesk();
  const { ticket, ada, gus } = await stage(desk);
  await pauseFreshdesk(db, { viewer: ada });
  const calls = desk.freshdesk.requests.length;
  const other = ticketOf(desk, "Another");
  await linkFreshdeskTicket(db, { viewer: gus, number: 2, ticket: String(other) });
  desk.freshdesk.setStatus(ticket, 4);
  await desk.work();
  await reconcile(desk);
  expect(desk.freshdesk.requests).toHaveLength(calls);
  expect((await findFreshdeskState(db, ada)).writes.queued).toBe(1);
  await resumeFreshdesk(db, { viewer: ada });
  await desk.work();
  expect(desk.freshdesk.ticket(other).tags).toContain("groundswell-open");
  expect(await stateOf(ticket)).toMatchObject({ status: 4 });
});

test.each([true, false])(
  "disconnected, what waited is dropped and nothing more is queued; links kept: %s",
  async (keepsLinks) => {
    await using desk = await openDesk();
    const { ada, gus } = await stage(desk);
    await pauseFreshdesk(db, { viewer: ada });
    await linkFreshdeskTicket(db, { viewer: gus, number: 2, ticket: "77" });
    await desk.work();
    await disconnectFreshdesk(db, { viewer: ada, keepsLinks });
    await linkFreshdeskTicket(db, { viewer: gus, number: 2, ticket: "78" });
    const calls = desk.freshdesk.requests.length;
    await desk.work();
    await reconcile(desk);
    expect(desk.freshdesk.requests).toHaveLength(calls);
    const { writes } = await listWrites(db, ada);
    expect(writes.filter(({ ticket }) => ticket === 77)).toMatchObject([{ state: "dropped", reason: "disconnected" }]);
    expect(writes.filter(({ ticket }) => ticket === 78)).toEqual([]);
    expect(await linked()).toHaveLength(keepsLinks ? 3 : 1);
  },
);

test("resync puts right what somebody took out, and reads what the customer wrote only where it is asked for", async () => {
  await using desk = await openDesk();
  const { ticket, ada, gus } = await stage(desk);
  desk.freshdesk.update(ticket, { tags: [], custom_fields: { cf_portal_post: null } });
  expect(await resyncAll(db, { viewer: ada, at: desk.now() })).toBe(1);
  await desk.work();
  expect(desk.freshdesk.ticket(ticket)).toMatchObject({
    tags: ["groundswell", "groundswell-open"],
    custom_fields: { cf_portal_post: `${origin()}/posts/1` },
  });
  expect((await findFreshdeskTicket(db, gus, ticket))?.text).toBeNull();
  await resyncFreshdeskTicket(db, { viewer: gus, ticket, wantsText: true });
  await desk.work();
  expect((await findFreshdeskTicket(db, gus, ticket))?.text).toBe("Please.");
  await forgetFreshdeskTickets(db, new Date(desk.now().getTime() + 25 * 60 * minute));
  expect((await findFreshdeskTicket(db, gus, ticket))?.text).toBeNull();
});

test("the subject of a ticket that nobody linked goes with what its customer wrote", async () => {
  await using desk = await openDesk();
  const { gus } = await cast("gus");
  const ticket = ticketOf(desk);
  await resyncFreshdeskTicket(db, { viewer: gus, ticket, wantsText: true });
  await desk.work();
  expect(await findFreshdeskTicket(db, gus, ticket)).toMatchObject({
    text: "Please.",
    subject: "Is there a dark mode?",
  });
  const later = new Date(desk.now().getTime() + 25 * 60 * minute);
  await noteFreshdeskTicketSeen(db, { number: ticket, state: "here", via: "list", at: later });
  await forgetFreshdeskTickets(db, later);
  expect(await findFreshdeskTicket(db, gus, ticket)).toMatchObject({ text: null, subject: null });
});

test("a check learns whose key it is and which fields there are", async () => {
  await using desk = await openDesk();
  await desk.ring("check-freshdesk");
  const { agentName, fields } = await findSettings(db);
  expect(agentName).toBe("Groundswell");
  expect(fields?.find(({ name }) => name === "cf_portal_post")).toMatchObject({ isCustom: true, type: "custom_text" });
});

test("the company of a linked ticket is named, and members see nothing of any of it", async () => {
  await using desk = await openDesk();
  desk.freshdesk.account.addCompany("Northwind Trading", ["northwind.example"]);
  const { ticket } = await stage(desk);
  desk.freshdesk.addNote(ticket, "<div>They threaten to leave.</div>");
  desk.freshdesk.customerReply(ticket, "<div>When at last?</div>");
  await reconcile(desk);
  expect(await stateOf(ticket)).toMatchObject({ companyName: "Northwind Trading" });
  const page = await (await fetch(`${origin()}/posts/1`)).text();
  expect(page).toContain("Dark mode");
  for (const inside of ["threaten", "at last", "Northwind", "Is there a dark mode?", "Mara"])
    expect(page).not.toContain(inside);
});
