import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { boards, comments, deliveries, posts, sessions, users } from "#db/schema";
import { codeFor } from "~/models/core/sign-in/tokens.server";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { secret, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

let people: Record<"ada" | "ben" | "cleo" | "mona", User>;
let boardId = 0;

beforeEach(async () => {
  people = await cast("ada", "ben", "cleo", "mona");
  boardId = await addBoard();
});

const quarterHour = 15 * 60_000;

/** The devices were signed in some time ago. */
const age = () => db.update(sessions).set({ createdAt: new Date(Date.now() - quarterHour) });

const isGone = async ({ id }: User) =>
  (await db.select({ at: users.deletedAt }).from(users).where(eq(users.id, id)))[0]?.at instanceof Date;

const yes = { texts: "kept", understood: "yes" };

describe("the export", () => {
  const download = async (visitor: Visitor) => {
    const answer = await visitor.post("/me/data/export");
    return { answer, file: JSON.parse(answer.html) };
  };

  test("has all that is one's own, as a file", async () => {
    const { ben, cleo, mona } = people;
    await post(ben, idea(boardId, { title: "Mine", body: "My words" }));
    await post(cleo, idea(boardId, { title: "Hers", body: "Her words" }));
    await castVote(db, { viewer: ben, number: 2 });
    await submitComment(db, { viewer: ben, number: 2, id: uuid(), body: "My comment" });
    await submitComment(db, { viewer: cleo, number: 1, id: uuid(), body: "Her comment" });
    await movePost(db, { viewer: mona, number: 2, from: "open", move: { to: "planned", answer: "Her answer" } });
    await runJobs();
    const { answer, file } = await download(await signedIn(ben));
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="groundswell-[\d-]+\.json"$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(file.profile).toMatchObject({ email: "ben@example.com", name: "Ben", handle: "ben" });
    expect(file.posts).toMatchObject([{ number: 1, title: "Mine", body: "My words" }]);
    expect(file.comments).toMatchObject([{ post: 2, title: "Hers", body: "My comment" }]);
    expect(file.votes.map(({ post, title }: { post: number; title: string }) => [post, title])).toEqual(
      expect.arrayContaining([
        [1, "Mine"],
        [2, "Hers"],
      ]),
    );
    expect(file.votes).toHaveLength(2);
    expect(file.follows.map(({ post }: { post: number }) => post).sort()).toEqual([1, 2]);
    expect(file.notifications).toHaveLength(2);
    expect(file.mails).toMatchObject([{ kind: "move", to: "ben@example.com", status: "accepted" }]);
    expect(file.devices).toHaveLength(1);
  });

  test("has nothing that others wrote or are, and nothing that opens a door", async () => {
    const { ben, cleo } = people;
    await post(ben, idea(boardId, { body: "My words" }));
    await submitComment(db, { viewer: cleo, number: 1, id: uuid(), body: "Her comment" });
    const visitor = new Visitor();
    await visitor.post("/sign-in", { email: "ben@example.com" });
    await runJobs();
    const signed = await signedIn(ben);
    const { answer } = await download(signed);
    expect(answer.html).toContain("sign-in");
    for (const hidden of ["Her comment", "Cleo", "cleo", "is your code"]) expect(answer.html).not.toContain(hidden);
    const ids = await db.select({ id: sessions.id }).from(sessions);
    for (const { id } of ids) expect(answer.html).not.toContain(id);
    for (const cookie of signed.cookies.values()) expect(answer.html).not.toContain(cookie);
  });

  test("leaves out the titles of posts that one may no longer read", async () => {
    await post(people.cleo, idea(boardId, { title: "Secret plan" }));
    await castVote(db, { viewer: people.ben, number: 1 });
    await db.update(boards).set({ visibility: "staff" });
    const { file } = await download(await signedIn(people.ben));
    expect(file.votes).toMatchObject([{ post: 1, title: null }]);
  });

  test("goes on where a page of it ends", async () => {
    await post(people.cleo, idea(boardId));
    const [target] = await db.select({ id: posts.id }).from(posts);
    const many = Array.from({ length: 1203 }, (_, i) => ({
      id: uuid(),
      postId: target?.id ?? "",
      authorId: people.ben.id,
      bodyMarkdown: `${i}`,
      bodyHtml: `${i}`,
      htmlVersion: 1,
    }));
    await db.insert(comments).values(many);
    const { file } = await download(await signedIn(people.ben));
    const bodies = file.comments
      .map(({ body }: { body: string }) => Number(body))
      .sort((a: number, b: number) => a - b);
    expect(bodies).toEqual(many.map((_, i) => i));
  });

  test("is for whoever is signed in", async () => {
    expect((await new Visitor().post("/me/data/export")).location).toBe("/sign-in?next=/me/data");
  });

  test("is made by a form alone: no address of it is worth putting into somebody's text", async () => {
    expect((await (await signedIn(people.ben)).get("/me/data/export")).status).toBe(404);
  });

  test("comes ten times in ten minutes and no more", async () => {
    const visitor = await signedIn(people.ben);
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await visitor.post("/me/data/export")).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
  });
});

describe("deleting the account", () => {
  test("asks for both choices, then does it, signs out and says so", async () => {
    const visitor = await signedIn(people.ben);
    expect(words(await visitor.get("/me/data"))).toContain("Delete your account");
    const refused = await visitor.post("/me/data/delete", {});
    expect(refused.status).toBe(422);
    expect(words(refused)).toContain("Please choose one of the options.");
    expect(words(refused)).toContain("Please tick the box");
    expect(await isGone(people.ben)).toBe(false);
    const page = await visitor.submit("/me/data/delete", yes);
    expect(page.html).toContain("Your account is deleted.");
    expect(await isGone(people.ben)).toBe(true);
    expect((await visitor.get("/me")).location).toContain("/sign-in");
  });

  test("shows what was written as by a deleted user", async () => {
    await post(people.ben, idea(boardId));
    await (await signedIn(people.ben)).post("/me/data/delete", yes);
    const page = await new Visitor().get("/posts/1/dark-mode-at-night");
    expect(words(page)).toContain("Deleted user");
    expect(page.html).not.toContain("Ben");
  });

  test("wants a fresh sign-in: a device that was left open is not enough", async () => {
    const visitor = await signedIn(people.ben);
    await age();
    expect(words(await visitor.get("/me/data/delete"))).toContain("We sign you out, send you a code");
    await visitor.post("/me/data/delete", yes);
    expect(await isGone(people.ben)).toBe(false);
    const asked = await visitor.submit("/me/data/sign-in-again");
    expect(words(asked)).toContain("ben@example.com");
    expect(visitor.cookies.has("session")).toBe(false);
    const [signIn] = await db.select({ id: sql<string>`id` }).from(sql`sign_ins`);
    const code = codeFor(secret, signIn?.id ?? "");
    const next = "/me/data/delete";
    const back = await visitor.submit("/sign-in/code", { email: "ben@example.com", code, next });
    expect(words(back)).toContain("I understand that this cannot be undone.");
    await visitor.post("/me/data/delete", yes);
    expect(await isGone(people.ben)).toBe(true);
  });

  test("is not fresh where nobody knows when the device was signed in", async () => {
    const visitor = await signedIn(people.ben);
    await db.update(sessions).set({ createdAt: null });
    await visitor.post("/me/data/delete", yes);
    expect(await isGone(people.ben)).toBe(false);
  });

  test("is refused to the last administrator, who is told why", async () => {
    const visitor = await signedIn(people.ada);
    const page = await visitor.post("/me/data/delete", yes);
    expect(page.status).toBe(409);
    expect(words(page)).toContain("There has to be one administrator.");
    expect(await isGone(people.ada)).toBe(false);
  });

  test("lets the same address begin anew, as somebody else", async () => {
    await (await signedIn(people.ben)).post("/me/data/delete", yes);
    const visitor = new Visitor();
    await visitor.post("/sign-in", { email: "ben@example.com" });
    const [signIn] = await db.select({ id: sql<string>`id` }).from(sql`sign_ins`);
    await visitor.post("/sign-in/code", { email: "ben@example.com", code: codeFor(secret, signIn?.id ?? "") });
    const [again] = await db.select().from(users).where(eq(users.email, "ben@example.com"));
    expect(again?.id).not.toBe(people.ben.id);
    expect(again?.name).toBeNull();
  });
});

describe("at /staff/people", () => {
  test("an administrator deletes for somebody who asked", async () => {
    const ada = await signedIn(people.ada);
    const path = `/staff/people/${people.ben.id}/delete`;
    expect((await ada.get("/staff/people")).document.querySelector(`a[href="${path}"]`)).not.toBeNull();
    expect(words(await ada.get(path))).toContain("ben@example.com");
    expect((await ada.post(path, {})).status).toBe(422);
    const page = await ada.submit(path, { ...yes, texts: "removed" });
    expect(page.html).toContain("The account is deleted.");
    expect(words(page)).not.toContain("ben@example.com");
    expect((await ada.get(path)).status).toBe(404);
    expect(await db.select().from(deliveries)).toEqual([]);
  });

  test("nobody else gets there, and the own account goes the other way", async () => {
    const path = `/staff/people/${people.ben.id}/delete`;
    for (const viewer of [people.mona, people.cleo]) {
      const visitor = await signedIn(viewer);
      expect((await visitor.get(path)).status).toBe(403);
      expect((await visitor.post(path, yes)).status).toBe(403);
    }
    const ada = await signedIn(people.ada);
    expect((await ada.get(`/staff/people/${people.ada.id}/delete`)).location).toBe("/me/data/delete");
    expect((await ada.post(`/staff/people/${people.ada.id}/delete`, yes)).location).toBe("/me/data/delete");
    expect(await isGone(people.ada)).toBe(false);
  });
});
