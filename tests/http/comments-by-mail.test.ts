import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { comments, deliveries, incomingMails, users } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { deletePost, lockPost } from "~/models/feedback/posts/set-post-flag.server";
import { origin, useApp } from "../support/app";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { inbound, receive, runMailJobs } from "../support/incoming";
import { enqueueNow } from "../support/jobs";
import { addCategory } from "../support/tickets";

useDatabase();
useApp(inbound);

/** Does all jobs, and sends the mails that wait for others to go with. */
async function mailAll(): Promise<void> {
  await runMailJobs();
  await enqueueNow("send-due-mail");
  await runMailJobs({ now: () => new Date(Date.now() + 8 * 24 * 60 * 60_000) });
}

/** Ben's post, on which Cleo has commented, and the address that his mail about it is answered to. */
async function begin(said = ["Which **colour**?"]) {
  const people = await cast("ada", "ben", "cleo", "mona");
  const board = await addBoard();
  await post(people.ben, idea(board, { title: "Dark mode" }));
  const asked: string[] = [];
  for (const body of said)
    asked.push((await submitComment(db, { viewer: people.cleo, number: 1, id: uuid(), body })).id);
  await mailAll();
  const [mail] = await db.select().from(deliveries).where(eq(deliveries.to, "ben@example.com"));
  return { ...people, board, asked, to: mail?.headers["Reply-To"] ?? "", text: mail?.html ?? "" };
}

const said = () =>
  db
    .select({ body: comments.bodyMarkdown, parentId: comments.parentId, authorId: comments.authorId })
    .from(comments)
    .orderBy(asc(comments.createdAt), asc(comments.id));

const outcomes = async () => {
  const { outcome, reason } = incomingMails;
  const found = await db.select({ outcome, reason }).from(incomingMails).orderBy(asc(incomingMails.id));
  return found.map(({ outcome, reason }) => (reason ? `${outcome}: ${reason}` : outcome));
};

const refusals = () =>
  db.select().from(deliveries).where(eq(deliveries.kind, "comment-refused")).orderBy(asc(deliveries.createdAt));

test("an answer to the mail of a comment is a reply of that person, without what it quotes, and once", async () => {
  const { ben, asked, to, text: html } = await begin();
  expect(to).toMatch(/^reply\+[\da-f]{56}@in\.example\.com$/);
  expect(html).toContain("You can also reply to this mail");
  const answer = {
    from: "Ben <Ben@example.com>",
    to: to.toUpperCase(),
    messageId: "<one@example.com>",
    text: "The black one.\n\nOn Mon, 1 Jun 2026 at 10:00, Cleo wrote:\n> Which colour?",
  };
  await receive(answer);
  expect((await said()).at(-1)).toEqual({ body: "The black one.", parentId: asked[0], authorId: ben.id });
  // Sent on by another server, which has put a line below it.
  await receive({ ...answer, text: `${answer.text}\n\nScanned by Acme`, headers: { "X-Relayed": "yes" } });
  expect(await said()).toHaveLength(2);
  expect(await outcomes()).toEqual(["answered", "answered"]);
  await mailAll();
  // Whoever is answered has a mail of their own to answer.
  const [hers] = await db.select().from(deliveries).where(eq(deliveries.to, "cleo@example.com"));
  expect(hers?.headers["Reply-To"]).toMatch(/^reply\+/);
  expect(await refusals()).toEqual([]);
});

test("where a mail told of several comments, or of one that is gone, the answer stands alone; after a merge, on the original", async () => {
  const { ben, board, mona, to } = await begin(["Which colour?", "And when?"]);
  await post(mona, idea(board, { title: "Night mode" }));
  await mergePosts(db, { viewer: mona, number: 1, into: 2 });
  await receive({ from: "ben@example.com", to, text: "Black, today." });
  expect((await said()).at(-1)).toEqual({ body: "Black, today.", parentId: null, authorId: ben.id });
  expect(await outcomes()).toEqual(["answered"]);
});

test("what cannot be a comment is refused by a mail that says why, and does not go round", async () => {
  const { ada, ben, mona, to } = await begin();
  const from = "ben@example.com";
  const subject = "Re: Dark <mode>";
  await receive({ from, to, subject, text: "a ".repeat(15_000) });
  await lockPost(db, { viewer: mona, number: 1, on: true });
  await receive({ from, to, subject, text: "Black" });
  await lockPost(db, { viewer: mona, number: 1, on: false });
  await changeSettings(db, { viewer: ada, values: { whoComments: "team" } });
  await receive({ from, to, subject, text: "Black, please" });
  await changeSettings(db, { viewer: ada, values: { whoComments: "members" } });
  await deletePost(db, { viewer: mona, number: 1, on: true });
  await receive({ from, to, subject, text: "Black, I say" });
  await deletePost(db, { viewer: mona, number: 1, on: false });
  await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, ben.id));
  await receive({ from, to, subject, text: "Black!" });
  const reasons = ["tooLong", "locked", "limited", "gone", "blocked"];
  expect(await outcomes()).toEqual(reasons.map((reason) => `refused: ${reason}`));
  expect(await said()).toHaveLength(1);
  const mails = await refusals();
  expect(mails.map(({ to, status }) => [to, status])).toEqual(reasons.map(() => [from, "accepted"]));
  expect(mails[1]?.html).toContain("The post is locked");
  expect(mails[1]?.html).toContain("Re: Dark &lt;mode&gt;");
  expect(mails[1]?.headers).toMatchObject({ "Auto-Submitted": "auto-replied" });
  expect(mails[1]?.headers["Reply-To"]).toBeUndefined();
});

test("nobody comments in another's name, and programs neither comment nor are answered", async () => {
  const { to } = await begin();
  await addCategory();
  const headers = { "Authentication-Results": "mx.example.com; dmarc=fail header.from=example.com" };
  await receive({ from: "ben@example.com", to, headers, text: "It is me" });
  await receive({ from: "ben@example.com", to, headers: { "Auto-Submitted": "auto-replied" }, text: "I am away" });
  await receive({ from: "cleo@example.com", to: to.replace(/[\da-f]@/, "x@"), text: "A slip" });
  expect(await refusals()).toEqual([]);
  for (let i = 0; i < 12; i++) await receive({ from: "eve@evil.example", to, text: `Buy ${i}` });
  expect(await said()).toHaveLength(1);
  expect((await outcomes()).slice(0, 4)).toEqual([
    "refused: forged",
    "automatic: auto-submitted: auto-replied",
    "opened",
    "refused: stranger",
  ]);
  const mails = await refusals();
  expect(mails).toHaveLength(10);
  expect(mails[0]?.html).not.toContain("Dark mode");
});

test("addresses that the documents name lead to where the same is found, with all that was asked", async () => {
  for (const [from, to] of [
    ["/dashboard/help?status=open&q=a%20b", "/support?status=open&q=a%20b"],
    ["/dashboard/admin/support", "/staff/support"],
  ]) {
    const response = await fetch(origin() + from, { redirect: "manual" });
    expect([response.status, response.headers.get("Location")]).toEqual([301, to]);
  }
});
