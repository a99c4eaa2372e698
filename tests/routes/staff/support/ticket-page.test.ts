import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { ticketPosts, ticketWriters } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { createSavedReply } from "~/models/feedback/saved-replies/edit-saved-replies.server";
import { assignTicket, restrictTicket } from "~/models/support/tickets/change-ticket.server";
import type { OpenedTicket } from "~/models/support/tickets/open-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { origin, useApp } from "../../../support/app";
import { addArticle } from "../../../support/articles";
import { signedIn, type Visitor, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "gus" | "mona" | "ben", User>;
let categoryId = 0;
let ticket: OpenedTicket;
let path = "";
let agent: Visitor;

beforeEach(async () => {
  people = await cast("ada", "gus", "mona", "ben");
  categoryId = await addCategory("Printing");
  ticket = await ask(people.ben, { categoryId, subject: "Export to paper", body: "I want to export to **paper**." });
  path = staffTicketPath(ticket);
  agent = await signedIn(people.gus);
});

const restrict = async () => {
  const change = { viewer: people.ada, number: ticket };
  await assignTicket(db, { ...change, assigneeId: people.mona.id });
  await restrictTicket(db, { ...change, isRestricted: true });
};

test("a saved reply is filled in for the ticket: for the script, and as the page of an answer or a note without it", async () => {
  const { ada, gus } = people;
  const body = "Dear {{author}}, {{number}} ({{category}}): {{title}}. {{ nothing }}";
  const draft = { title: "Dear", body, kind: "ticket" as const };
  const { id } = await createSavedReply(db, { viewer: ada, draft });
  await createSavedReply(db, { viewer: ada, draft: { ...draft, title: "Bugs alone", kind: "bug" } });
  const number = writeTicketNumber(ticket);
  const filled = `Dear Ben, ${number} (Printing): Export to paper. {{ nothing }}`;
  const source = `/staff/replies/${id}/text?ticket=${number}`;
  expect(JSON.parse((await agent.get(source)).html)).toEqual({ text: filled });
  const { document } = await agent.get(path);
  const links = [...document.querySelectorAll<HTMLAnchorElement>("text-picker details a")];
  expect(links.map(({ textContent }) => textContent)).toEqual(["Dear", "Dear"]);
  for (const { href } of links) {
    const page = (await agent.get(href.replace("about:blank", ""))).document;
    expect(page.querySelector("textarea")?.value).toBe(filled);
  }
  const number42 = await post(gus, idea(await addBoard()));
  expect(words(await agent.get(`/posts/${number42}`))).not.toContain("Dear");
  await restrict();
  expect((await agent.get(source)).status).toBe(404);
});

test("an article that everybody may read goes into an answer: as a link or as its text, with the script and without it", async () => {
  const words = { title: "Export [to] paper", body: "Press **print**." };
  const number = await addArticle(people.ada, words);
  await addArticle(people.ada, { ...words, title: "Export to paper, for us", audience: "staff" });
  const { document } = await agent.get(path);
  const links = [...document.querySelectorAll<HTMLAnchorElement>("text-picker[data-key=k] > details a")];
  expect(links.map(({ textContent }) => textContent)).toEqual(["Insert link", "Insert text"]);
  const link = `[Export \\[to\\] paper](${origin()}/help/articles/${number}/export-to-paper)`;
  for (const [i, as] of ["link", "text"].entries()) {
    const quote = as === "link" ? link : "Press **print**.";
    const source = await agent.get(`/staff/help/${number}/text?as=${as}`);
    expect(JSON.parse(source.html)).toEqual({ text: quote });
    const page = (await agent.get((links[i]?.href ?? "").replace("about:blank", ""))).document;
    expect(page.querySelector("textarea")?.value).toBe(quote);
  }
  expect((await agent.get(`/staff/help/${number + 1}/text`)).status).toBe(404);
});

test("colleagues are told who is writing, as long as they are, and nobody else is", async () => {
  const { mona, ben, gus } = people;
  const colleague = await signedIn(mona);
  const news = async (visitor: Visitor) => JSON.parse((await visitor.get(`${path}/news`)).html);
  expect((await agent.post(`${path}/writing`)).status).toBe(200);
  expect(await news(colleague)).toMatchObject({ writers: "Gus is writing an answer" });
  expect(await news(agent)).toMatchObject({ writers: "" });
  expect(words(await colleague.get(path))).toContain("Gus is writing an answer");
  const message = { id: uuid(), kind: "note" as const, body: "Psst" };
  await answerTicket(db, { viewer: gus, number: ticket, ...message });
  expect(await news(colleague)).toEqual({ newest: message.id, writers: "Gus is writing an answer" });
  await agent.post(`${path}/writing?over=yes`);
  expect(await news(colleague)).toMatchObject({ writers: "" });
  await agent.post(`${path}/writing`);
  await db.update(ticketWriters).set({ until: new Date(Date.now() - 1) });
  expect(await news(colleague)).toMatchObject({ writers: "" });
  // What is over is gone with the next who writes anywhere.
  await colleague.post(`${path}/writing`);
  expect(await db.$count(ticketWriters)).toBe(1);
  const member = await signedIn(ben);
  expect((await member.get(`${path}/news`)).status).toBe(404);
  await restrict();
  expect((await agent.get(`${path}/news`)).status).toBe(404);
  expect((await agent.post(`${path}/writing`)).status).toBe(404);
  expect(await db.$count(ticketWriters, eq(ticketWriters.userId, gus.id))).toBe(0);
});

test("posts that say the same are offered and linked; a post is made of what an agent has gone through", async () => {
  const boardId = await addBoard();
  // One word alone is not what it is about.
  await post(people.mona, idea(boardId, { title: "Old phones start slowly", body: "And are as thin as paper." }));
  expect((await agent.get(path)).document.querySelector("[aria-labelledby=alike]")).toBeNull();
  const known = await post(people.mona, idea(boardId, { title: "Export to paper", body: "Paper export" }));
  const offered = (await agent.get(path)).document.querySelector("[aria-labelledby=alike] form");
  const fields = { value: known, what: "link" };
  expect(offered?.getAttribute("action")).toBe(`${path}/change`);
  expect(offered?.querySelector("input")?.value).toBe(String(known));
  await agent.post(`${path}/change`, fields);
  expect((await agent.get(path)).document.querySelector("[aria-labelledby=alike]")).toBeNull();

  const review = (await agent.get(`${path}/post`)).document;
  expect(review.querySelector("textarea")?.value).toBe("I want to export to **paper**.");
  const id = review.querySelector<HTMLInputElement>("input[name=id]")?.value ?? "";
  const draft = { id, kind: "idea", title: "Paper", body: "Export to paper.", boardId };
  const [made, again] = [await agent.post(`${path}/post`, draft), await agent.post(`${path}/post`, draft)];
  expect([made.status, again.location]).toEqual([303, made.location]);
  const links = await db.select({ origin: ticketPosts.origin }).from(ticketPosts).orderBy(ticketPosts.linkedAt);
  expect(links).toEqual([{ origin: "linked" }, { origin: "post_made" }]);
  expect(words(await agent.get(path))).toContain("Gus linked post #3");
  const wrong = await agent.post(`${path}/post`, { ...draft, id: uuid(), title: "" });
  expect(wrong.status).toBe(422);
  expect(wrong.document.querySelector("textarea")?.value).toBe("Export to paper.");
  await restrict();
  expect((await agent.get(`${path}/post`)).status).toBe(404);
  expect((await agent.post(`${path}/post`, { ...draft, id: uuid() })).status).toBe(404);
});

test("what a colleague of the requester has asked and posted is shown, restricted tickets are not", async () => {
  const boardId = await addBoard();
  const guest = { name: "Cleo", email: "zoe@example.com" };
  await ask(null, { categoryId, guest, subject: "Also of the company" });
  const hidden = await ask(null, { categoryId, guest, subject: "Of the lawyers" });
  await restrictTicket(db, { viewer: people.ada, number: hidden, isRestricted: true });
  await ask(null, { categoryId, guest: { name: "Eve", email: "eve@other.example" }, subject: "Of somebody else" });
  await post(people.mona, idea(boardId, { title: "Posted by a colleague" }));
  await post(people.ben, idea(boardId, { title: "Posted by Ben" }));
  const page = (await agent.get(path)).document.querySelector("[aria-labelledby=requester]")?.textContent ?? "";
  expect(page).toContain("Also of the company");
  expect(page).toContain("Posted by a colleague");
  expect(page.match(/Posted by Ben/g)).toHaveLength(1);
  expect(page).not.toContain("Of the lawyers");
  expect(page).not.toContain("Of somebody else");
});
