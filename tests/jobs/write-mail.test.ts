import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { enqueue } from "#db/queue.server";
import { deliveries, events, mailTokens, notifications, posts, solutionChecks, users } from "#db/schema";
import { recordEvent } from "~/models/core/events/record.server";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { closeOwnPost, movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { hashToken } from "~/models/telling/deliveries/tokens.server";
import { origin, useApp } from "../support/app";
import { addBoard, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";
import { bytes, linksOf, type ParsedMail, parsed, visible } from "../support/mail";
import { Collector } from "../support/mailers";

useDatabase();
useApp();

type Move = Parameters<typeof movePost>[1]["move"];

const move = (viewer: User, from: string, to: Partial<Move> & { to: string }, at?: Date) =>
  movePost(db, { viewer, number: 1, from, move: { answer: "", release: "", ...to }, at } as never);

const comment = (viewer: User, body: string, number = 1) => submitComment(db, { viewer, number, id: uuid(), body });

/** Does all jobs, those of tomorrow included, and resolves to what was mailed, by address. */
async function mailed(): Promise<Map<string, ParsedMail>> {
  const mailer = new Collector();
  await runJobs({ mailer, now: () => new Date(Date.now() + 8 * 24 * 60 * 60_000) });
  const mails = await Promise.all(mailer.mails.map(parsed));
  return new Map(mails.map((mail) => [mail.to?.[0]?.address?.split("@")[0] ?? "", mail]));
}

async function mailTo(name: string): Promise<ParsedMail> {
  const mails = await mailed();
  const mail = mails.get(name);
  if (!mail) throw new Error(`${name} got no mail; ${[...mails.keys()].join(", ") || "nobody"} did.`);
  return mail;
}

const set = (user: User, wishes: Partial<typeof users.$inferInsert>) =>
  db.update(users).set(wishes).where(eq(users.id, user.id));

async function dueNow(): Promise<void> {
  await enqueue(db, [{ name: "send-due-mail", data: {} }]);
}

/** Links that lead nowhere. */
async function dead(mail: ParsedMail): Promise<string[]> {
  const found: string[] = [];
  for (const link of linksOf(mail)) {
    if (!link.startsWith(`${origin()}/`) && link !== origin()) found.push(link);
    else if ((await fetch(link)).status !== 200) found.push(link);
  }
  return found;
}

test("a move tells each reader what they did and when, what changed, why, and what comes next", async () => {
  const { ben, cleo, mona } = await cast("ben", "cleo", "mona");
  await post(ben, idea(await addBoard()), new Date("2026-03-03T23:30:00Z"));
  await set(ben, { timeZone: "Europe/Berlin" });
  await castVote(db, { viewer: cleo, number: 1, at: new Date("2026-04-05T12:00:00Z") });
  await move(mona, "open", { to: "planned", answer: "For **spring**, see [the plan](/posts/1)." });
  const mails = await mailed();
  const [author, voter] = [mails.get("ben"), mails.get("cleo")];
  expect(author?.subject).toBe("Planned: Dark mode at night");
  expect(author?.text).toContain("You asked for this on March 4, 2026.");
  expect(voter?.text).toContain("You voted for this on April 5, 2026.");
  for (const said of [
    "Open → Planned",
    "Official answer from Mona",
    `> For spring, see the plan (${origin()}/posts/1).`,
    "You hear from us when the work begins.",
    `Open the post: ${origin()}/posts/1/dark-mode-at-night`,
  ]) {
    expect(author?.text).toContain(said);
  }
  expect(author && visible(author)).not.toContain("Did this solve it");
  expect(author?.document.querySelector("blockquote strong")?.textContent).toBe("spring");
});

test("it arrives with two parts and the headers that mailing lists have", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  await move(mona, "open", { to: "planned" });
  const mail = await mailTo("ben");
  const [{ id } = { id: "" }] = await db.select().from(posts);
  const oneClick = mail.header("list-unsubscribe") ?? "";
  expect(mail.header("content-type")).toMatch(/^multipart\/alternative/);
  expect(mail.header("list-id")).toBe("Groundswell <posts.127.0.0.1>");
  expect(oneClick).toMatch(/^<http:\/\/127\.0\.0\.1:\d+\/unsubscribe\/[\w-]{43}>$/);
  expect(mail.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(mail.header("auto-submitted")).toBe("auto-generated");
  expect(mail.header("precedence")).toBe("bulk");
  expect(mail.header("references")).toBe(`<post-${id}@127.0.0.1>`);
  expect(mail.header("in-reply-to")).toBe(`<post-${id}@127.0.0.1>`);
  expect(linksOf(mail)).toContain(oneClick.slice(1, -1));
  expect(await dead(mail)).toEqual([]);
});

test("its tokens are kept as hashes, each for what its link does", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, bug(await addBoard()));
  await move(mona, "open", { to: "confirmed" });
  await mailed();
  await move(mona, "confirmed", { to: "fixed", release: "4.2" });
  const mail = await mailTo("ben");
  const kept = new Map((await db.select().from(mailTokens)).map(({ hash, scope }) => [hash, scope]));
  const scopes = linksOf(mail).flatMap((link) => kept.get(hashToken(link.split("/").at(-1) ?? "")) ?? []);
  expect(scopes).toEqual(["solved", "mute", "unsubscribe"]);
});

test("a done post asks its author and its voters once whether that solved it, however often it is written", async () => {
  const { ben, cleo, dave, mona } = await cast("ben", "cleo", "dave", "mona");
  await post(ben, bug(await addBoard()));
  await castVote(db, { viewer: cleo, number: 1 });
  await followPost(db, { viewer: dave, number: 1, level: "everything" });
  await move(mona, "open", { to: "confirmed" });
  await mailed();
  await move(mona, "confirmed", { to: "fixed", release: "4.2" });
  const broken = new Collector();
  broken.failing = { times: 9, arrives: false };
  await expect(runJobs({ mailer: broken })).rejects.toThrow();
  await db.update(deliveries).set({ attemptedAt: null });
  await db.execute("update pgboss.job set state = 'created' where state = 'active'");
  const mails = await mailed();
  const asked = (name: string) => mails.get(name)?.text.includes("Did this solve it");
  expect(["ben", "cleo", "dave"].map(asked)).toEqual([true, true, false]);
  expect(mails.get("ben")?.text).toContain("Release 4.2");
  await move(mona, "fixed", { to: "in_progress" });
  await mailed();
  await move(mona, "in_progress", { to: "fixed" });
  expect((await mailTo("ben")).text).not.toContain("Did this solve it");
  expect(await db.select().from(solutionChecks)).toHaveLength(2);
});

test("a post that is done no more by the time of the mail asks nothing", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, bug(await addBoard()));
  await move(mona, "open", { to: "confirmed" });
  await move(mona, "confirmed", { to: "fixed" });
  await move(mona, "fixed", { to: "confirmed" });
  for (const mail of (await mailed()).values()) expect(mail.text).not.toContain("Did this solve it");
});

test("whoever follows a post that its author closed learns that the author did", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number: 1 });
  await closeOwnPost(db, { viewer: ben, number: 1 });
  const { text } = await mailTo("cleo");
  expect(text).toContain("Ben, who posted this, no longer needs it and has closed it.");
  expect(text).not.toContain("We are not going to do this");
});

test("a comment comes alone and in full, several come together by post, and each leads to its place", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const board = await addBoard();
  await set(ben, { mailPace: "instant" });
  await post(ben, idea(board));
  await post(ben, idea(board, { title: "Light mode by day" }));
  for (const number of [1, 2]) await followPost(db, { viewer: ben, number, level: "everything" });
  await comment(cleo, "Yes, please.\n\n- one\n- two");
  const alone = await mailTo("ben");
  expect(alone.subject).toBe("Cleo commented: Dark mode at night");
  expect(alone.document.querySelectorAll("blockquote li")).toHaveLength(2);
  expect(alone.header("references")).toMatch(/^<post-/);
  expect(linksOf(alone).some((link) => /\/posts\/1\/dark-mode-at-night#comment-[\w-]{36}$/.test(link))).toBe(true);
  expect(await dead(alone)).toEqual([]);
  await set(ben, { mailPace: "bundled" });
  for (const number of [1, 2, 1]) await comment(cleo, `For ${number}.`, number);
  await runJobs();
  await dueNow();
  const bundle = await mailTo("ben");
  expect(bundle.subject).toBe("New comments on 2 posts");
  expect([...bundle.document.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
    "Dark mode at night",
    "Light mode by day",
  ]);
  expect(bundle.document.querySelectorAll("blockquote")).toHaveLength(3);
  expect(bundle.header("references")).toBeUndefined();
  expect(bundle.text).not.toContain("Mute this post");
  expect(await dead(bundle)).toEqual([]);
});

test("somebody who is answered or mentioned is told so", async () => {
  const { ben, cleo, dave } = await cast("ben", "cleo", "dave");
  for (const one of [cleo, dave]) await set(one, { mailPace: "instant", handle: one.name?.toLowerCase() });
  await post(ben, idea(await addBoard()));
  const id = uuid();
  await submitComment(db, { viewer: cleo, number: 1, id, body: "Which colour?" });
  await submitComment(db, { viewer: ben, number: 1, id: uuid(), body: "Ask @dave.", parentId: id });
  const mails = await mailed();
  expect(mails.get("cleo")?.subject).toBe("Ben answered you: Dark mode at night");
  expect(mails.get("dave")?.subject).toBe("Ben mentioned you: Dark mode at night");
});

test("a digest puts what moved first", async () => {
  const { ben, cleo, mona } = await cast("ben", "cleo", "mona");
  const board = await addBoard();
  await set(ben, { mailPace: "daily", movesInDigest: true });
  await post(ben, idea(board, { title: "Light mode by day" }));
  await followPost(db, { viewer: ben, number: 1, level: "everything" });
  await post(ben, idea(board));
  await comment(cleo, "Me, too.");
  await movePost(db, { viewer: mona, number: 2, from: "open", move: { to: "planned", answer: "" } });
  await runJobs();
  await dueNow();
  const digest = await mailTo("ben");
  expect(digest.subject).toBe("Your digest: Dark mode at night, and 1 more post");
  expect([...digest.document.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
    "Dark mode at night",
    "Light mode by day",
  ]);
  expect(digest.text).toContain("1 move and 1 comment");
  expect(await dead(digest)).toEqual([]);
});

test("a merge says where the original stands, and mutes that one", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  await post(mona, idea(board, { title: "Colours to choose from" }));
  await move(mona, "open", { to: "declined", answer: "No." });
  await post(ben, idea(board), new Date("2026-03-03T12:00:00Z"));
  await db.update(posts).set({ voteCount: 7 }).where(eq(posts.number, 1));
  const [original, duplicate] = await db.select().from(posts).orderBy(posts.number);
  await recordEvent(db, {
    type: "post.merged",
    actorId: mona.id,
    postId: duplicate?.id ?? "",
    data: { originalId: original?.id ?? "", mergeId: uuid() },
    at: new Date(),
  });
  const mail = await mailTo("ben");
  expect(mail.subject).toBe("Merged: Dark mode at night");
  for (const said of ["You asked for this on March 3, 2026.", "Declined · 7 votes", "It was decided against"]) {
    expect(mail.text).toContain(said);
  }
  expect(mail.header("references")).toBe(`<post-${duplicate?.id}@127.0.0.1> <post-${original?.id}@127.0.0.1>`);
  const [mute] = await db.select().from(mailTokens).where(eq(mailTokens.scope, "mute"));
  expect(mute?.postId).toBe(original?.id);
  expect(await dead(mail)).toEqual([]);
});

test.each([
  ["de", "ltr", "Geplant: Dark mode at night", "Du hast dir das am 3. März 2026 gewünscht."],
  ["ar", "rtl", "مخطط لها: Dark mode at night", "طلبت هذا في 3 مارس 2026."],
])("a reader of %s reads it in that language and from the right side", async (language, direction, subject, did) => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()), new Date("2026-03-03T12:00:00Z"));
  await set(ben, { language });
  await move(mona, "open", { to: "planned", answer: "Spring." });
  const mail = await mailTo("ben");
  expect(mail.subject).toBe(subject);
  expect(mail.document.documentElement.lang).toBe(language);
  expect(mail.document.documentElement.dir).toBe(direction);
  expect(mail.document.querySelector("table table")?.getAttribute("dir")).toBe(direction);
  expect(mail.text).toContain(did);
});

test("hostile words stay words", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  const title = "<script>alert(1)</script>\r\nBcc: eve@example.com \u202Etxt.exe {{name}} $t(mail.open)";
  await db.update(posts).set({ title });
  await set(mona, { name: "Mo\r\nna\u202E <b>" });
  await move(mona, "open", {
    to: "planned",
    answer: "&#8238;evil <img src=x onerror=alert(1)> [x](javascript:alert(1))",
  });
  const mail = await mailTo("ben");
  expect(mail.subject).toBe("Planned: <script>alert(1)</script> Bcc: eve@example.com txt.exe {{name}} $t(mail.open)");
  expect((await db.select().from(deliveries)).at(0)?.subject).toBe(mail.subject);
  expect(mail.header("bcc")).toBeUndefined();
  expect(mail.document.querySelector("script, img, b, [onerror], [href^=javascript]")).toBeNull();
  expect(visible(mail)).toContain("<script>alert(1)</script> Bcc:");
  expect(`${mail.html}${mail.text}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

test("nothing in it is fetched when it is opened", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  const own = "/files/0199a0b0-0000-7000-8000-000000000001";
  const answer = `![A chart](https://eve.example/pixel.gif) and ![A picture](${own}#80x60)`;
  await move(mona, "open", { to: "planned", answer });
  const { html, document } = await mailTo("ben");
  expect(document.querySelector("img, link, script, iframe")).toBeNull();
  expect(html).not.toMatch(/url\(|@import/);
  expect(document.querySelector('a[href="https://eve.example/pixel.gif"]')?.textContent).toBe("A chart");
  expect(document.querySelector(`a[href$="${own}"]`)?.textContent).toBe("[A picture]");
});

test("a digest of two hundred long comments stays below what mail programs cut", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  await set(ben, { mailPace: "daily", language: "ar" });
  const number = await post(ben, idea(await addBoard(), { title: "ض".repeat(140) }));
  await followPost(db, { viewer: ben, number, level: "everything" });
  const id = uuid();
  const long = `${"`a` **ض** ".repeat(200)}${"كلمات ".repeat(10_000)}`;
  await submitComment(db, { viewer: cleo, number, id, body: long });
  await runJobs();
  const [event] = await db.select().from(events).where(eq(events.commentId, id));
  const [told] = await db.select().from(notifications);
  for (let i = 0; i < 199; i++) {
    const [copy] = await db
      .insert(events)
      .values({ ...event, id: undefined } as never)
      .returning({ id: events.id });
    await db.insert(notifications).values({ ...told, id: uuid(), eventId: copy?.id } as never);
  }
  await dueNow();
  const { html, text } = await mailTo("ben");
  expect(bytes(html)).toBeGreaterThan(20_000);
  expect(bytes(html)).toBeLessThan(100_000);
  expect(text).toContain("و175 خبرًا آخر. اعرض الكل");
  expect(text).toContain("تابع القراءة");
});
