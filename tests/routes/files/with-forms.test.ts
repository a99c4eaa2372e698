import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { attachments, ticketMessages, tickets } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import type { User } from "~/models/core/users/viewer";
import { forgetFiles } from "~/models/feedback/attachments/forget-files.server";
import { ticketKeyFor } from "~/models/support/tickets/keys.server";
import { staffTicketPath, ticketPath } from "~/models/support/tickets/ticket-number";
import { secret, useApp } from "../../support/app";
import { type Page, signedIn, Visitor } from "../../support/browser";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { fileOf, photo } from "../../support/file-samples";
import { sendFile, storedFiles, testStore } from "../../support/files";
import { sendRaw, statusOf } from "../../support/raw";
import { addCategory, ask } from "../../support/tickets";

// Files that come with their form, as from browsers without JavaScript; and those of people without an account.

useDatabase();
useApp({ RATE_LIMITS: "off" });

let people: Record<"ada" | "mona" | "ben", User>;
let categoryId: number;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  categoryId = await addCategory();
});

const rows = () => db.select().from(attachments).orderBy(asc(attachments.createdAt), asc(attachments.position));
const idIn = ({ document }: Page) => document.querySelector<HTMLInputElement>("form input[name=id]")?.value ?? "";
const asked = (id: string) => ({
  ...{ id, name: "Zoe", email: "zoe@example.org", subject: "It burns", body: "Since noon." },
  categoryId: String(categoryId),
});
const linkOf = (ticket: Awaited<ReturnType<typeof ask>>, more = "") =>
  `${ticketPath(ticket)}${more}?key=${encodeURIComponent(ticketKeyFor(secret, ticket.person))}`;

test("a guest's files come with the form of the ticket, each once, however often it is sent", async () => {
  const guest = new Visitor();
  const page = await guest.get("/support/new");
  const input = page.document.querySelector<HTMLInputElement>("input[type=file]");
  expect([input?.form?.enctype, input?.multiple]).toEqual(["multipart/form-data", true]);
  const files = async () => ({ files: [fileOf("it burns", "log.txt"), fileOf(await photo(), "fire.jpg")] });
  const send = async () => guest.upload("/support/new", { ...asked(idIn(page)), ...(await files()) });
  const sent = [...(await Promise.all([send(), send()])), await send()];
  const [ticket, ...others] = await db.select().from(tickets);
  expect(others).toEqual([]);
  for (const { location } of sent) expect(location).toMatch(/^\/support\/received\?number=ST-/);
  const [said] = await db
    .select()
    .from(ticketMessages)
    .where(eq(ticketMessages.ticketId, ticket?.id ?? ""));
  const there = (await rows()).filter((row) => row.ticketMessageId);
  expect(there.map(({ name, ticketMessageId }) => [name, ticketMessageId])).toEqual([
    ["log.txt", said?.id],
    ["fire.jpg", said?.id],
  ]);
  expect(await rows()).toHaveLength(2);
  for (const visitor of [guest, new Visitor()]) expect((await visitor.get(`/files/${there[0]?.id}`)).status).toBe(404);
  expect((await (await signedIn(people.mona)).get(`/files/${there[0]?.id}`)).status).toBe(200);
});

test("a file that is refused comes back by name and reason; what was written and what was taken is kept", async () => {
  await changeSettings(db, { viewer: people.ada, values: { filesPerText: 2, megabytesPerFile: 1 } });
  const ben = await signedIn(people.ben);
  const id = uuid();
  const files = [fileOf(Buffer.alloc(3_000_000), "large.bin"), fileOf("fine", "fine.txt"), fileOf("more", "more.txt")];
  const page = await ben.upload("/support/new", { ...asked(id), files });
  expect(page.status).toBe(422);
  expect(page.document.querySelector("textarea")?.value).toBe("Since noon.");
  expect(page.document.querySelector("[role=alert]")?.textContent).toContain("nothing was sent");
  const refused = [...page.document.querySelectorAll("[data-part=sent] li")].map(({ textContent }) => textContent);
  expect(refused).toEqual(["large.bin: Files may have 1 MB at most.", "more.txt: There can be 2 files at most."]);
  expect(idIn(page)).toBe(id);
  const [kept] = await rows();
  const box = page.document.querySelector<HTMLInputElement>("input[name=without]");
  expect([box?.value, box?.parentElement?.textContent]).toEqual([kept?.id, "Leave out “fine.txt”"]);
  expect(await db.$count(tickets)).toBe(0);
  // A field that is wrong besides says so, and keeps them as well.
  const wrong = await ben.upload("/support/new", { ...asked(id), subject: "" });
  expect([wrong.status, wrong.html.includes("fine.txt")]).toEqual([422, true]);
  const better = [fileOf("better", "better.txt"), fileOf("", "")];
  const done = await ben.upload("/support/new", { ...asked(id), without: kept?.id ?? "", files: better });
  expect(done.location).toMatch(/^\/support\/ST-/);
  const there = (await rows()).filter((row) => row.ticketMessageId).map(({ name }) => name);
  expect(there).toEqual(["better.txt"]);
});

test("answers, notes, a guest's answer by their link, and comments bring files along", async () => {
  const ticket = await ask(null, { categoryId });
  const mona = await signedIn(people.mona);
  const guest = new Visitor();
  const ids = { answer: uuid(), note: uuid(), reply: uuid(), comment: uuid() };
  const send = (visitor: Visitor, path: string, id: string, more = {}) =>
    visitor.upload(path, { id, body: "See.", ...more, files: fileOf(id, "file.txt") });
  await send(mona, `${staffTicketPath(ticket)}/answer`, ids.answer, { kind: "message" });
  await send(mona, `${staffTicketPath(ticket)}/answer`, ids.note, { kind: "note" });
  await send(guest, linkOf(ticket, "/messages"), ids.reply);
  const number = await post(people.ben, idea(await addBoard()));
  await send(await signedIn(people.ben), `/posts/${number}/comments`, ids.comment);
  const places = (await rows()).map(({ ticketMessageId, commentId }) => ticketMessageId ?? commentId);
  expect(places).toEqual([ids.answer, ids.note, ids.reply, ids.comment]);
  const page = await guest.get(linkOf(ticket));
  const links = [...page.document.querySelectorAll("a[download]")].map((link) => link.getAttribute("href") ?? "");
  expect(links).toHaveLength(2);
  for (const link of links) expect((await guest.get(link)).status).toBe(200);
  // Whoever has to sign in first finds again what they wrote; files are not kept for that.
  const stranger = new Visitor();
  const away = await send(stranger, `/posts/${number}/comments`, uuid());
  expect(away.location).toMatch(/^\/sign-in/);
  expect(await rows()).toHaveLength(4);
});

test("a guest's file is theirs alone until it is sent, can be taken away, and is dropped where it never is", async () => {
  const [guest, other] = [new Visitor(), new Visitor()];
  const id = idIn(await guest.get("/support/new"));
  await other.get("/support/new");
  const sent = [];
  for (const name of ["one.txt", "two.txt"]) sent.push(await sendFile(guest, `draft:${id}`, fileOf(name, name)));
  const [one, two] = sent.map(({ files }) => files?.[0]?.id);
  expect(sent.map(({ status }) => status)).toEqual([201, 201]);
  expect((await guest.get(`/files/${one}`)).status).toBe(200);
  for (const stranger of [other, new Visitor(), await signedIn(people.ada)]) {
    expect((await stranger.get(`/files/${one}`)).status).toBe(404);
    await stranger.post(`/files/${one}/remove`);
  }
  await guest.post(`/files/${one}/remove`);
  const toPost = await guest.upload(`/files?to=post:${uuid()}&upload=${uuid()}`, { file: fileOf("x", "x.txt") });
  expect(toPost.location).toBe("/sign-in?next=/");
  const loose = async () => (await rows()).filter((row) => !row.ticketMessageId).map((row) => row.id);
  // A form of the same name brings only what its own browser sent.
  await other.post("/support/new", { ...asked(id), subject: "Mine" });
  expect(await loose()).toEqual([one, two]);
  await guest.post("/support/new", asked(id));
  expect(await loose()).toEqual([one]);
  await sendFile(guest, `draft:${uuid()}`, fileOf("never", "never.txt"));
  await forgetFiles(db, testStore, new Date(Date.now() + 25 * 60 * 60_000));
  expect((await rows()).map(({ name }) => name)).toEqual(["two.txt"]);
  expect(storedFiles()).toEqual(["whole"]);
});

test("in a private portal, guests send and read files by their link alone", async () => {
  const ticket = await ask(null, { categoryId });
  const number = await post(people.ben, idea(await addBoard()));
  const guest = new Visitor();
  const reply = idIn(await guest.get(linkOf(ticket)));
  await changeSettings(db, { viewer: people.ada, values: { isPrivate: true } });
  const key = linkOf(ticket).replace(/^.*\?/, "");
  const ben = await signedIn(people.ben);
  await ben.upload(`/posts/${number}/comments`, { id: uuid(), body: "See.", files: fileOf("inside", "inside.txt") });
  expect(
    (await guest.upload(`/files?to=draft:${reply}&upload=${uuid()}`, { file: fileOf("x", "x") })).location,
  ).toMatch(/^\/sign-in/);
  await guest.upload(`/files?to=draft:${reply}&upload=${uuid()}&${key}`, { file: fileOf("mine", "mine.txt") });
  const [inside, mine] = await rows();
  expect((await guest.get(`/files/${mine?.id}?${key}`)).status).toBe(200);
  expect((await guest.get(`/files/${inside?.id}?${key}`)).status).not.toBe(200);
  await guest.post(linkOf(ticket, "/messages"), { id: reply, body: "See." });
  expect((await rows())[1]?.ticketMessageId).toBe(reply);
});

test("a form that says of itself that it is vast is refused at once, and one of more text than that is malformed", async () => {
  const head = "POST /support/new HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=b";
  expect(statusOf(await sendRaw(`${head}\nContent-Length: 4000000000`, ""))).toBe(413);
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${part("body", "x".repeat(700_000))}${part("subject", "x".repeat(700_000))}--b--\r\n`;
  expect(statusOf(await sendRaw(`${head}\nContent-Length: ${body.length}`, body))).toBe(400);
});
