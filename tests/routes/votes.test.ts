import { expect, test } from "vitest";
import { posts, votes } from "#db/schema";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { origin, useApp } from "../support/app";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

const json = { Accept: "application/json" };
const voteCount = async () => (await db.select({ count: posts.voteCount }).from(posts))[0]?.count;

test("a vote by the plain form leads back to where it was given, and says so", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = await signedIn(ben);
  const page = await visitor.post("/posts/1/vote", { vote: "on" }, { Referer: `${origin()}/?sort=top` });
  expect([page.status, page.location]).toEqual([303, "/?sort=top"]);
  const list = await visitor.get("/?sort=top");
  expect(list.document.querySelector("vote-button button")?.getAttribute("aria-pressed")).toBe("true");
  expect(list.document.querySelector("toast-region")?.textContent).toContain("Your vote counts.");
});

test("a vote by script answers with the tally, pressed twice it counts once, and it can be taken back", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = await signedIn(ben);
  const vote = async (vote: string) => JSON.parse((await visitor.post("/posts/1/vote", { vote }, json)).html);
  expect(await vote("on")).toEqual({ voted: true, voteCount: 1 });
  expect(await vote("on")).toEqual({ voted: true, voteCount: 1 });
  expect(await vote("off")).toEqual({ voted: false, voteCount: 0 });
});

test("a vote that is not taken says why, to the script and to the form", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "declined", answer: "No." } });
  const visitor = await signedIn(ben);
  const byScript = await visitor.post("/posts/1/vote", { vote: "on" }, json);
  expect([byScript.status, JSON.parse(byScript.html).error]).toEqual([
    409,
    expect.stringContaining("Voting has ended"),
  ]);
  const byForm = await visitor.submit("/posts/1/vote", { vote: "on" }, { Referer: `${origin()}/?status=all` });
  expect(byForm.document.querySelector("toast-region")?.textContent).toContain("Voting has ended");
  const missing = await visitor.post("/posts/99/vote", { vote: "on" }, json);
  expect(missing.status).toBe(404);
});

test("a visitor who votes is asked to sign in; the script is told so", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = new Visitor();
  const page = await visitor.post("/posts/1/vote", { vote: "on" }, { Referer: `${origin()}/posts/1` });
  expect([page.status, page.location]).toEqual([303, "/sign-in?next=%2Fposts%2F1"]);
  expect((await new Visitor().post("/posts/1/vote", { vote: "on" }, json)).status).toBe(401);
  expect(await voteCount()).toBe(1);
});

test("thirty votes at once from six people are six votes beside the author's", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const people = Object.values(await cast("ada", "mona", "gus", "milo", "cleo", "dave"));
  const visitors = await Promise.all(people.map(signedIn));
  await Promise.all(
    visitors.flatMap((visitor) => Array.from({ length: 5 }, () => visitor.post("/posts/1/vote", { vote: "on" }, json))),
  );
  expect(await voteCount()).toBe(7);
  expect(await db.select().from(votes)).toHaveLength(7);
});
