import { expect, test } from "vitest";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { openDesk, ticketOf } from "../support/freshdesk/desk";

useDatabase();
useApp({ FRESHDESK_DOMAIN: "https://acme.freshdesk.example", FRESHDESK_API_KEY: "key" });

const path = "/posts/1/dark-mode-at-night";
const id = "00000000-0000-4000-8000-000000000001";

/** A post that a ticket of Northwind's waits for, read from Freshdesk. */
async function linkedPost(desk: Awaited<ReturnType<typeof openDesk>>) {
  const people = await cast("ada", "gus", "milo", "ben");
  await post(people.ben, idea(await addBoard()));
  desk.freshdesk.account.addCompany("Northwind", ["northwind.example"]);
  const ticket = ticketOf(desk, "Night eyes");
  desk.freshdesk.setStatus(ticket, 3);
  await linkFreshdeskTicket(db, { viewer: people.gus, number: 1, ticket: String(ticket) });
  return { ...people, ticket };
}

test("agents see the linked tickets of a post, what waits for them, and where they stand once read", async () => {
  await using desk = await openDesk();
  const { gus, ticket } = await linkedPost(desk);
  const agent = await signedIn(gus);
  const before = words(await agent.get(path));
  expect(before).toContain(`#${ticket}`);
  expect(before).toContain("Not read yet");
  await desk.work();
  await desk.ring("check-freshdesk");
  const after = await agent.get(path);
  expect(words(after)).toContain("Night eyes");
  expect(words(after)).toContain("Pending");
  expect(words(after)).toContain("1 ticket waits · 1 silent supporter · from 1 company");
  const address = `https://acme.freshdesk.example/a/tickets/${ticket}`;
  expect(after.document.querySelector(`a[href="${address}"]`)).not.toBeNull();
});

test("members, moderators and guests learn nothing of tickets", async () => {
  await using desk = await openDesk();
  const { gus, milo, ben, ticket } = await linkedPost(desk);
  await desk.work();
  expect((await (await signedIn(gus)).get(path)).html).toContain("Night eyes");
  for (const visitor of [await signedIn(milo), await signedIn(ben), new Visitor()]) {
    const { html } = await visitor.get(path);
    expect(html).toContain("Dark mode at night");
    for (const secret of ["Night eyes", `#${ticket}`, "/tickets/", "acme.freshdesk", "repliesToFreshdesk"]) {
      expect(html).not.toContain(secret);
    }
  }
});

test.each(["milo", "ben"] as const)("%s links, unlinks and opens nothing", async (name) => {
  await using desk = await openDesk();
  const { ticket, ...people } = await linkedPost(desk);
  const visitor = await signedIn(people[name]);
  const doings = [
    ["/posts/1/tickets", { ticket: "77" }],
    [`/posts/1/tickets/${id}/unlink`, {}],
    ["/posts/1/tickets/open", { id, requester: "support" }],
  ] as const;
  for (const [address, fields] of doings) expect((await visitor.post(address, fields)).status).toBe(403);
  expect(words(await (await signedIn(people.gus)).get(path))).not.toContain("#77");
});

test("a ticket is linked by its address, unlinked again, and what is no ticket is refused in a sentence", async () => {
  const { gus, ben } = await cast("gus", "ben");
  await post(ben, idea(await addBoard()));
  const agent = await signedIn(gus);
  const address = "https://acme.freshdesk.example/a/tickets/4711";
  const linked = await agent.submit("/posts/1/tickets", { ticket: address });
  expect(linked.html).toContain("queued to be read");
  const form = linked.document.querySelector('form[action$="/unlink"]');
  expect(form).not.toBeNull();
  await agent.submit(form?.getAttribute("action") ?? "");
  expect(words(await agent.get(path))).not.toContain("4711");
  expect((await agent.submit("/posts/1/tickets", { ticket: "none" })).html).toContain("That is not a ticket");
});

test("a ticket opened from a bug is said to be queued, and is linked once Freshdesk has it", async () => {
  await using desk = await openDesk();
  const { gus, ben } = await cast("gus", "ben");
  await post(ben, bug(await addBoard()));
  const agent = await signedIn(gus);
  const page = await agent.submit("/posts/1/tickets/open", { id, requester: "author" });
  expect(page.html).toContain("Queued: the ticket appears here");
  await agent.submit("/posts/1/tickets/open", { id, requester: "author" });
  await desk.work();
  const panel = words(await agent.get("/posts/1/it-closes-itself"));
  expect(panel).toContain("Tickets (1)");
  expect(desk.freshdesk.account.tickets.size).toBe(1);
});

test("a maintainer who answers the tickets publicly has a reply written; nobody is asked without tickets", async () => {
  await using desk = await openDesk();
  const { ada, ticket } = await linkedPost(desk);
  const admin = await signedIn(ada);
  expect((await admin.get("/posts/1/move")).html).toContain('name="repliesToFreshdesk"');
  const move = { from: "open", to: "planned", answer: "", repliesToFreshdesk: "on" };
  await admin.submit("/posts/1/move", move);
  await desk.work();
  const said = desk.freshdesk.conversations(ticket).filter(({ private: isPrivate }) => !isPrivate);
  expect(said).toHaveLength(1);
  await post(ada, idea(await addBoard("web"), { title: "Another" }));
  expect((await admin.get("/posts/2/move")).html).not.toContain("repliesToFreshdesk");
});
