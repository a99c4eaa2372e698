import { expect, test } from "vitest";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { changeSettings, findSettings } from "~/models/support/freshdesk/settings.server";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { openDesk, ticketOf } from "../../../support/freshdesk/desk";

useDatabase();
useApp({ FRESHDESK_DOMAIN: "https://acme.freshdesk.example", FRESHDESK_API_KEY: "key" });

const page = "/staff/freshdesk";

test("moderators and members see none of the pages and send none of the forms", async () => {
  const { milo, ben } = await cast("milo", "ben");
  for (const visitor of [await signedIn(milo), await signedIn(ben)]) {
    for (const path of [page, `${page}/tickets/7`, `${page}/tickets/7/post`]) {
      expect((await visitor.get(path)).status).toBe(403);
    }
    for (const path of [page, `${page}/connection`, `${page}/tickets/7/resync`, `${page}/tickets/7/text`]) {
      expect((await visitor.post(path, { doing: "pause" })).status).toBe(403);
    }
    expect((await visitor.post(`${page}/tickets/7/post`, {})).status).toBe(403);
  }
});

test("agents see the connection and change none of it", async () => {
  const { gus } = await cast("gus");
  const agent = await signedIn(gus);
  const seen = await agent.get(page);
  expect(words(seen)).toContain("Only administrators change this.");
  expect(seen.document.querySelector(`form[action="${page}/connection"]`)).toBeNull();
  for (const doing of ["check", "pause", "resume", "resync", "connect", "disconnect"]) {
    expect((await agent.post(`${page}/connection`, { doing })).status).toBe(403);
  }
  expect((await agent.post(page, {})).status).toBe(403);
  expect((await findSettings(db)).pausedAt).toBeNull();
});

test("a check says whose key it is, and brings the account's own choices", async () => {
  await using desk = await openDesk();
  const admin = await signedIn((await cast("ada")).ada);
  expect(words(await admin.get(page))).toContain("Not checked yet");
  const queued = await admin.submit(`${page}/connection`, { doing: "check" });
  expect(queued.html).toContain("Queued: Freshdesk is asked in a moment.");
  await desk.work();
  const checked = await admin.get(page);
  expect(words(checked)).toContain("Groundswell");
  expect(words(checked)).toContain("Handed to Engineering (12)");
});

test("pause, resume, disconnect and connect are shown as they are", async () => {
  const { ada, ben } = await cast("ada", "ben");
  const admin = await signedIn(ada);
  await post(ben, idea(await addBoard()));
  await linkFreshdeskTicket(db, { viewer: ada, number: 1, ticket: "5" });
  const after = async (doing: string, more = {}) => words(await admin.submit(`${page}/connection`, { doing, ...more }));
  expect(await after("pause")).toContain("ConnectionPaused");
  expect(await after("resume")).toContain("ConnectionNot checked yet");
  expect(await after("disconnect", { keepsLinks: "on" })).toMatch(/ConnectionDisconnected.*Links1/);
  expect(await after("connect")).toContain("ConnectionNot checked yet");
  expect(await after("disconnect")).toContain("Links0");
});

test("mapping, field and rules are saved, and what is left empty is not set", async () => {
  await using desk = await openDesk();
  const admin = await signedIn((await cast("ada")).ada);
  await desk.ring("check-freshdesk");
  const fields = {
    "statusMap.planned": "3",
    "statusMap.shipped": "",
    addressField: "",
    setsTags: "on",
    desk: "some",
    deskGoes: "1",
    deskTypes: "1=Question",
    "deskStatuses.waiting": "6",
    numberField: "cf_portal_reference",
    "rules.solved.idea": "shipped",
    "rules.solved.bug": "",
  };
  expect((await admin.submit(page, fields)).html).toContain("Saved.");
  const { statusMap, setsTags, looksInNotes, rules, addressField } = await findSettings(db);
  expect({ statusMap, setsTags, looksInNotes, addressField }).toEqual({
    statusMap: { planned: 3 },
    setsTags: true,
    looksInNotes: false,
    addressField: null,
  });
  expect(rules).toMatchObject({ solved: { idea: "shipped" } });
  expect(await findSettings(db)).toMatchObject({
    desk: "some",
    deskCategories: { 1: { goes: true, type: "Question" } },
    deskStatuses: { waiting: 6 },
    numberField: "cf_portal_reference",
  });
  const chosen = (await admin.get(page)).document.querySelector<HTMLSelectElement>('[name="statusMap.planned"]');
  expect(chosen?.value).toBe("3");
  const sent = { "statusMap.planned": "6", "rules.solved.idea": "", looksInNotes: "on", addressField: "cf_nowhere" };
  const unknown = await admin.post(page, sent);
  expect(unknown.status).toBe(422);
  expect(words(unknown)).toContain("no custom field of this name");
  const kept = (name: string) =>
    unknown.document.querySelector<HTMLSelectElement & HTMLInputElement>(`[name="${name}"]`);
  expect(kept("statusMap.planned")?.value).toBe("6");
  expect(kept("rules.solved.idea")?.value).toBe("");
  expect(kept("addressField")?.value).toBe("cf_nowhere");
  expect([kept("setsTags")?.checked, kept("looksInNotes")?.checked]).toEqual([false, true]);
});

test("what Freshdesk refuses is shown with field and code, and a refused key on every page of the team", async () => {
  await using desk = await openDesk();
  const { ada, ben } = await cast("ada", "ben");
  const admin = await signedIn(ada);
  await post(ben, idea(await addBoard()));
  const ticket = ticketOf(desk);
  await changeSettings(db, { statusMap: { planned: 99 } });
  await linkFreshdeskTicket(db, { viewer: ada, number: 1, ticket: String(ticket) });
  await desk.work();
  await admin.submit("/posts/1/move", { from: "open", to: "planned", answer: "" });
  await desk.work();
  expect(words(await admin.get(page))).toMatch(/Refused by Freshdesk.*Field status Code/);
  expect(words(await admin.get(`${page}/tickets/${ticket}`))).toMatch(/Freshdesk refused a write/);
  await changeSettings(db, { statusMap: { planned: 3 } });
  const [form] = (await admin.get(page)).document.querySelectorAll('form[action$="/again"]');
  const again = form?.getAttribute("action") ?? "";
  expect((await admin.submit(again)).html).toContain("Queued: it is sent again in a moment.");
  expect((await admin.submit(again)).html).toContain("This is not refused any more");
  await desk.work();
  expect(words(await admin.get(page))).toContain("Nothing was refused.");
  expect(desk.freshdesk.ticket(ticket).status).toBe(3);
  await changeSettings(db, { brokenAt: new Date() });
  expect(words(await admin.get("/staff/tags"))).toContain("Freshdesk hears nothing of us");
});

test("the page of a ticket tells its links and its history, and has it read again", async () => {
  await using desk = await openDesk();
  const { gus, ben } = await cast("gus", "ben");
  const agent = await signedIn(gus);
  await post(ben, idea(await addBoard()));
  const ticket = ticketOf(desk, "Night eyes");
  await linkFreshdeskTicket(db, { viewer: gus, number: 1, ticket: String(ticket) });
  await desk.ring("check-freshdesk");
  const path = `${page}/tickets/${ticket}`;
  expect((await agent.get(`${page}?ticket=%23${ticket}`)).location).toBe(path);
  expect(words(await agent.get(path))).toMatch(/Night eyes.*Dark mode at night.*Seen for the first time: Open.*Linked/);
  desk.freshdesk.setStatus(ticket, 4);
  expect(words(await agent.submit(`${path}/resync`))).toContain("Queued to be read.");
  await desk.work();
  expect(words(await agent.get(path))).toContain("Open became Resolved in Freshdesk.");
});

test("a post is made from a ticket only after its text was asked for, read, gone through and sent", async () => {
  await using desk = await openDesk();
  const { gus } = await cast("gus");
  const agent = await signedIn(gus);
  const boardId = await addBoard();
  const ticket = ticketOf(desk, "Night eyes");
  const path = `${page}/tickets/${ticket}/post`;
  expect(words(await agent.get(path))).toContain("has not been fetched");
  const queued = await agent.submit(`${page}/tickets/${ticket}/text`);
  expect(words(queued)).toContain("Queued: what the customer wrote");
  expect(queued.document.querySelector("page-watch")).not.toBeNull();
  await desk.work();
  const review = await agent.get(path);
  expect(review.document.querySelector<HTMLInputElement>('[name="title"]')?.value).toBe("Night eyes");
  expect(review.document.querySelector("textarea")?.value).toContain("Please.");
  expect((await agent.get("/")).html).not.toContain("Night eyes");
  const id = review.document.querySelector<HTMLInputElement>('[name="id"]')?.value ?? "";
  const fields = { id, kind: "bug", title: "Bright at night", body: "It is bright.", boardId };
  const refused = await agent.post(path, { ...fields, title: "" });
  expect(refused.status).toBe(422);
  expect(refused.document.querySelector("textarea")?.value).toBe("It is bright.");
  const made = await agent.submit(path, fields);
  expect(words(made)).toMatch(/Bright at night.*Tickets \(1\)/);
  await agent.submit(path, fields);
  expect(words(await agent.get(`${page}/tickets/${ticket}`)).match(/Post made from the ticket/g)).toHaveLength(1);
});

test("posts that say the same as the ticket are offered with a score, and linked by a press; done ones are not", async () => {
  await using desk = await openDesk();
  const { ada, gus, ben } = await cast("ada", "gus", "ben");
  const boardId = await addBoard();
  const agent = await signedIn(gus);
  for (const title of ["Dark mode at night", "Dark mode for readers", "Export to CSV"]) {
    await post(ben, idea(boardId, { title }));
  }
  const move = { to: "declined" as const, answer: "No." };
  await movePost(db, { viewer: ada, number: 2, from: "open", move });
  const ticket = ticketOf(desk, "Is there a dark mode?");
  const path = `${page}/tickets/${ticket}/post`;
  await agent.submit(`${page}/tickets/${ticket}/text`);
  await desk.work();
  const offered = await agent.get(path);
  expect(words(offered)).toMatch(/#1 Dark mode at night ?Open ?\d+% alike/);
  expect(words(offered)).not.toContain("Dark mode for readers");
  await agent.submit("/posts/1/tickets", { ticket });
  expect(words(await agent.get(`${page}/tickets/${ticket}`))).toContain("Linked by the team");
  expect(words(await agent.get(path))).not.toContain("% alike");
});

test("while Freshdesk stands, the page does not promise the text", async () => {
  const { gus } = await cast("gus");
  await changeSettings(db, { pausedAt: new Date() });
  const agent = await signedIn(gus);
  expect(words(await agent.submit(`${page}/tickets/9/text`))).toContain("Freshdesk is not at work");
});
