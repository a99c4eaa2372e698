import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { comments, posts, users } from "#db/schema";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost, lockPost } from "~/models/feedback/posts/set-post-flag.server";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

const draft = (boardId: number, change: Record<string, string> = {}) => ({
  id: uuid(),
  kind: "idea",
  title: "Export as PDF",
  body: "For *printing*.",
  boardId,
  ...change,
});

test("posting leads to the post, which says thank you once", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const page = await visitor.submit("/posts/new", draft(await addBoard()));
  expect(page.document.querySelector("h1")?.textContent).toBe("Export as PDF");
  expect(page.document.querySelector("toast-region")?.textContent).toContain("Posted.");
  expect((await visitor.get("/posts/1/export-as-pdf")).document.querySelector("toast-region")?.textContent).toBe("");
});

test("the same form sent twice leads to the same post", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const form = draft(await addBoard());
  const pages = await Promise.all([visitor.post("/posts/new", form), visitor.post("/posts/new", form)]);
  expect(pages.map(({ location }) => location)).toEqual(["/posts/1/export-as-pdf", "/posts/1/export-as-pdf"]);
  expect(await db.select().from(posts)).toHaveLength(1);
});

test("going back and sending other words makes another post, and nothing is lost", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const form = draft(await addBoard());
  const other = { ...form, title: "A darker theme", body: "My eyes hurt at night." };
  await visitor.submit("/posts/new", form);
  for (let i = 0; i < 2; i++) {
    const page = await visitor.submit("/posts/new", other);
    expect(page.document.querySelector("h1")?.textContent).toBe("A darker theme");
  }
  expect((await visitor.post("/posts/new", form)).location).toBe("/posts/1/export-as-pdf");
  const comment = { id: uuid(), body: "First" };
  for (const body of ["First", "Second", "Second"]) await visitor.post("/posts/1/comments", { ...comment, body });
  const page = await visitor.get("/posts/1/export-as-pdf");
  expect(words(page)).toContain("First");
  expect(words(page)).toContain("Second");
  expect(await db.select().from(comments)).toHaveLength(2);
  expect(await db.select().from(posts)).toHaveLength(2);
});

test("a wrong form comes back as it was filled in, with a message at the field and the focus on it", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const page = await visitor.post(
    "/posts/new",
    draft(await addBoard(), { title: " \u200B ", body: "Kept <b>text</b>" }),
  );
  expect(page.status).toBe(422);
  const title = page.document.querySelector("input[name=title]");
  expect(title?.getAttribute("aria-invalid")).toBe("true");
  expect(title?.hasAttribute("autofocus")).toBe(true);
  const message = page.document.getElementById(title?.getAttribute("aria-describedby")?.split(" ")[0] ?? "");
  expect(message?.textContent).toBe("Please fill this in.");
  expect(page.document.querySelector("textarea[name=body]")?.textContent?.trim()).toBe("Kept <b>text</b>");
  expect(page.document.querySelectorAll("[autofocus]")).toHaveLength(1);
});

test.each([
  ["a title that is too short", { title: "Hi" }, "at least 5 characters"],
  ["a title that is too long", { title: "x".repeat(141) }, "under 140 characters"],
  ["a body that is too long", { body: "x".repeat(250_001) }, "under 250000 characters"],
  ["a body without a visible character", { body: "\u200B\n\u2060" }, "Please fill this in."],
  ["a board that does not exist", { boardId: "999" }, "This board does not exist."],
])("%s is explained", async (_what, change, message) => {
  const { ben } = await cast("ben");
  const page = await (await signedIn(ben)).post(
    "/posts/new",
    draft(await addBoard(), change as Record<string, string>),
  );
  expect(page.status).toBe(422);
  expect(words(page)).toContain(message);
});

test("a form with more faults than one puts the focus on the first", async () => {
  const { ben } = await cast("ben");
  const page = await (await signedIn(ben)).post("/posts/new", draft(await addBoard(), { title: "", body: "" }));
  const invalid = [...page.document.querySelectorAll("[aria-invalid=true]")].map((field) => field.getAttribute("name"));
  expect(invalid).toEqual(["title", "body"]);
  expect(page.document.querySelector("[autofocus]")?.getAttribute("name")).toBe("title");
});

test("without JavaScript a preview shows the text above the form, which keeps what was typed", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const page = await visitor.post("/posts/preview", draft(await addBoard(), { body: "**Strong** <script>x</script>" }));
  expect(page.status).toBe(200);
  expect(page.document.querySelector("section .prose strong")?.textContent).toBe("Strong");
  expect(page.document.querySelector("input[name=title]")?.getAttribute("value")).toBe("Export as PDF");
  expect(page.document.querySelector("form[action='/posts/new']")).not.toBeNull();
  expect(await db.select().from(posts)).toEqual([]);
});

test("a post's page says who, when, what, where it stands, and what happened, the earliest first", async () => {
  const { ben, cleo, mona } = await cast("ben", "cleo", "mona");
  await db.update(users).set({ name: "Ben <b>" }).where(eq(users.id, ben.id));
  const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12));
  const number = await post(ben, bug(await addBoard("App")), at(1));
  await submitComment(db, { viewer: cleo, number, id: uuid(), body: "I see it, too.", at: at(2) });
  const move = { to: "confirmed", answer: "We see it." } as const;
  await movePost(db, { viewer: mona, number, from: "open", move, at: at(3) });
  await submitComment(db, { viewer: ben, number, id: uuid(), body: "Thank you!", at: at(4) });
  const page = await new Visitor().get("/posts/1/it-closes-itself");
  expect(page.document.querySelector("h1")?.textContent).toBe("It closes itself");
  expect(words(page)).toMatch(/Ben <b>.*Mar 1, 2026.*Confirmed.*Official answer.*We see it\./);
  expect(words(page)).toMatch(/What happens\?.*It closes.*expect.*It opens.*Open it.*Version: 1\.0/);
  expect(words(page)).toMatch(/I see it, too\..*Mona.*moved this.*Open.*Confirmed.*We see it\..*Thank you!/);
});

test("an address with another readable part, or none, leads to the right one", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = new Visitor();
  for (const path of ["/posts/1", "/posts/1/wrong", "/posts/1/dark-mode"]) {
    const page = await visitor.get(`${path}?after=x`);
    expect([page.status, page.location]).toEqual([301, "/posts/1/dark-mode-at-night?after=x"]);
  }
});

test.each(["/posts/99", "/posts/0", "/posts/x", "/posts/1e3", "/posts/99999999999999999999", "/nowhere", "/posts"])(
  "%s is nowhere, and the page helps",
  async (path) => {
    const page = await new Visitor().get(path);
    expect(page.status).toBe(404);
    expect(words(page)).toContain("Nothing here");
    expect(page.document.querySelector("main a[href='/']")).not.toBeNull();
  },
);

test("hidden and deleted posts are not found, and the answer is the same as for none", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(mona, idea(await addBoard("secret", "staff"), { title: "A secret plan" }));
  await post(ben, idea(await addBoard("app"), { title: "A deleted post" }));
  await deletePost(db, { viewer: mona, number: 2, on: true });
  const visitor = await signedIn(ben);
  const none = await visitor.get("/posts/99");
  for (const path of ["/posts/1", "/posts/2", "/posts/1/history", "/posts/1/edit"]) {
    const page = await visitor.get(path);
    expect(page.status).toBe(404);
    expect(words(page)).toBe(words(none));
    expect(page.html).not.toMatch(/secret plan|deleted post/);
  }
});

test("editing keeps what it said before in the history, shown word by word", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  await post(ben, idea(await addBoard(), { title: "Dark mode", body: "Please do it." }));
  const form = await visitor.get("/posts/1/edit");
  expect(form.document.querySelector("input[name=title]")?.getAttribute("value")).toBe("Dark mode");
  await visitor.submit("/posts/1/edit", { kind: "idea", title: "Dark mode", body: "Please never do it." });
  const history = await new Visitor().get("/posts/1/history");
  expect(history.document.querySelector("ins")?.textContent?.trim()).toBe("never");
  expect(words(history)).toContain("Ben");
});

test("only legal moves are offered, and only to those who may", async () => {
  const { ben, mona, milo } = await cast("ben", "mona", "milo");
  await post(ben, idea(await addBoard()));
  const offered = async (visitor: Visitor) =>
    [...(await visitor.get("/posts/1/dark-mode-at-night")).document.querySelectorAll("input[name=to]")].map((radio) =>
      radio.getAttribute("value"),
    );
  expect(await offered(await signedIn(mona))).toEqual(["keep", "under_review", "planned", "in_progress", "declined"]);
  expect(await offered(await signedIn(milo))).toEqual([]);
  expect(await offered(await signedIn(ben))).toEqual([]);
});

test("whoever moves a post that was moved meanwhile is told, and keeps the answer they typed", async () => {
  const { ben, mona, ada } = await cast("ben", "mona", "ada");
  await post(ben, idea(await addBoard()));
  const late = await signedIn(ada);
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "planned", answer: "" } });
  const page = await late.post("/posts/1/move", { from: "open", to: "declined", answer: "My long answer" });
  expect(page.status).toBe(409);
  expect(page.document.querySelector("[role=alert]")?.textContent).toContain(
    "Meanwhile Mona moved this post to “Planned”",
  );
  expect(page.document.querySelector("textarea[name=answer]")?.textContent?.trim()).toBe("My long answer");
  expect(page.document.querySelector("input[name=from]")?.getAttribute("value")).toBe("planned");
});

test("a move without the answer it needs is explained at the field", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  const page = await (await signedIn(mona)).post("/posts/1/move", { from: "open", to: "declined", answer: " " });
  expect(page.status).toBe(422);
  expect(page.document.querySelector("textarea[aria-invalid=true]")?.getAttribute("name")).toBe("answer");
});

test("a comment that says nothing waits on a page of its own, and one that says something stands below the post", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  await post(ben, idea(await addBoard()));
  const refused = await visitor.post("/posts/1/comments", { id: uuid(), body: "  " });
  expect(refused.status).toBe(422);
  expect(words(refused)).toContain("Please fill this in.");
  const page = await visitor.submit("/posts/1/comments", { id: uuid(), body: "A **good** idea" });
  expect(page.document.querySelector("article .prose strong")?.textContent).toBe("good");
});

test("a reply is written on a page that shows what it replies to", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  await post(ben, idea(await addBoard()));
  const parentId = uuid();
  await submitComment(db, { viewer: ben, number: 1, id: parentId, body: "What I said" });
  const form = await visitor.get(`/posts/1/comments?reply=${parentId}`);
  expect(form.document.querySelector("blockquote")?.textContent).toContain("What I said");
  const fields = { id: uuid(), parentId, body: "And I reply" };
  const page = await visitor.submit("/posts/1/comments", fields);
  expect(page.document.querySelector("li li .prose")?.textContent?.trim()).toBe("And I reply");
});

test("long discussions go on on further pages", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  for (let i = 1; i <= 53; i++) await submitComment(db, { viewer: ben, number: 1, id: uuid(), body: `Comment ${i}.` });
  const visitor = new Visitor();
  const first = await visitor.get("/posts/1/dark-mode-at-night");
  const next = first.document.querySelector("a[rel=next]")?.getAttribute("href") ?? "";
  const second = await visitor.get(`/posts/1/dark-mode-at-night${next}`);
  expect(words(first)).toContain("Comment 50.");
  expect(words(first)).not.toContain("Comment 51.");
  expect(words(second)).not.toContain("Comment 50.");
  expect(words(second)).toContain("Comment 53.");
});

test("a locked post has no form for members, and says why", async () => {
  const { ben, milo } = await cast("ben", "milo");
  await post(ben, idea(await addBoard()));
  await lockPost(db, { viewer: milo, number: 1, on: true });
  const page = await (await signedIn(ben)).get("/posts/1/dark-mode-at-night");
  expect(page.document.querySelector("form[action='/posts/1/comments']")).toBeNull();
  expect(words(page)).toContain("This post is locked");
});

test("a post can be answered and stay where it stands, which is what the form proposes", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  const staff = await signedIn(mona);
  const form = await staff.get("/posts/1/move");
  expect(form.document.querySelector("input[name=to][checked]")?.getAttribute("value")).toBe("keep");
  expect((await staff.post("/posts/1/move", { from: "open", to: "keep", answer: " " })).status).toBe(422);
  const page = await staff.submit("/posts/1/move", { from: "open", to: "keep", answer: "We are **listening**." });
  expect(words(page)).toMatch(/Mona\s?answered officially/);
  const [row] = await db.select({ status: posts.status, movedAt: posts.movedAt }).from(posts);
  expect(row).toEqual({ status: "open", movedAt: null });
});

test.each([
  ["en", "Please choose a status."],
  ["de", "Bitte wähle einen Stand."],
  ["ar", "اختر حالة من فضلك."],
])("a move that leads nowhere is explained in %s", async (language, sentence) => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  const visitor = await signedIn(mona);
  for (const to of [undefined, "nowhere", "<b>"]) {
    const page = await visitor.post(`/posts/1/move?lang=${language}`, {
      from: "open",
      answer: "So.",
      ...(to && { to }),
    });
    expect([page.status, words(page)]).toEqual([422, expect.stringContaining(sentence)]);
  }
});
