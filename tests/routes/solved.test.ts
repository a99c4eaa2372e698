import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { boards, events, posts, solutionChecks } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { keepMailTokens, mailTokenFor } from "~/models/telling/deliveries/tokens.server";
import { secret, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

let people: Record<"ben" | "cleo" | "dave" | "milo" | "mona", User>;
const page = "/posts/1/dark-mode-at-night";

beforeEach(async () => {
  people = await cast("ben", "cleo", "dave", "milo", "mona");
  await post(people.ben, idea(await addBoard()));
  await castVote(db, { viewer: people.cleo, number: 1 });
  const ship = { to: "shipped", answer: "", release: "3.1" } as const;
  await movePost(db, { viewer: people.mona, number: 1, from: "open", move: { to: "in_progress", answer: "" } });
  await movePost(db, { viewer: people.mona, number: 1, from: "in_progress", move: ship });
});

const postId = async () => (await db.select({ id: posts.id }).from(posts))[0]?.id ?? "";

async function ask(...asked: User[]): Promise<void> {
  const id = await postId();
  await db.insert(solutionChecks).values(asked.map((user) => ({ postId: id, userId: user.id })));
}

async function linkFor(user: User): Promise<string> {
  const token = mailTokenFor(secret, { deliveryId: uuid(), scope: "solved", postId: await postId() });
  await keepMailTokens(db, [{ token, scope: "solved", userId: user.id, postId: await postId() }]);
  return `/solved/${token}`;
}

const answers = async () =>
  (await db.select({ isSolved: solutionChecks.isSolved, at: solutionChecks.judgedAt }).from(solutionChecks)).map(
    ({ isSolved, at }) => (at ? isSolved : "asked"),
  );

const judged = async () =>
  (await db.select({ data: events.data }).from(events).where(eq(events.type, "post.judged"))).map(({ data }) => data);

test("opening the link asks and changes nothing; the button answers, without a session, and the last answer counts", async () => {
  await ask(people.cleo);
  const link = await linkFor(people.cleo);
  const visitor = new Visitor();
  const question = await visitor.get(link);
  expect(words(question)).toContain("Did this solve it for you?");
  expect(words(question)).toContain("Dark mode at night");
  expect(await answers()).toEqual(["asked"]);
  expect(words(await visitor.post(link, { solved: "no" }))).toContain("Thank you for telling us.");
  expect(await answers()).toEqual([false]);
  expect(words(await visitor.post(link, { solved: "yes" }))).toContain("Good to hear.");
  await visitor.post(link, { solved: "yes" });
  expect(await answers()).toEqual([true]);
  expect(await judged()).toEqual([{ isSolved: false }, { isSolved: true }]);
});

test("the link answers for its reader, whoever is signed in, even where nobody kept that they were asked", async () => {
  const link = await linkFor(people.cleo);
  await (await signedIn(people.ben)).post(link, { solved: "no" });
  const [check] = await db.select().from(solutionChecks);
  expect([check?.userId, check?.isSolved]).toEqual([people.cleo.id, false]);
});

test("a link that is not known, or whose post is hidden, says so and nothing else", async () => {
  const link = await linkFor(people.cleo);
  await db.update(boards).set({ visibility: "staff" });
  for (const path of [link, "/solved/x"]) {
    for (const answer of [await new Visitor().get(path), await new Visitor().post(path, { solved: "yes" })]) {
      expect(answer.status).toBe(200);
      expect(words(answer)).toContain("There is nothing to do here");
      expect(answer.html).not.toContain("Dark mode");
    }
  }
  expect(await answers()).toEqual([]);
});

test("whoever was asked finds the question on the post's page until they answer; others do not", async () => {
  await ask(people.ben);
  const [asked, other] = [await signedIn(people.ben), await signedIn(people.cleo)];
  const form = `form[action='/posts/1/solved']`;
  expect((await other.get(page)).document.querySelector(form)).toBeNull();
  expect((await new Visitor().get(page)).document.querySelector(form)).toBeNull();
  expect((await asked.get(page)).document.querySelector(form)).not.toBeNull();
  const after = await asked.submit("/posts/1/solved", { solved: "no" });
  expect(after.document.querySelector("toast-region")?.textContent).toContain("not solved for you yet");
  expect(after.document.querySelector(form)).toBeNull();
  expect((await other.post("/posts/1/solved", { solved: "no" })).status).toBe(404);
  expect(await answers()).toEqual([false]);
});

test("maintainers see who is not helped yet, on the post and in their overview; nobody else does", async () => {
  await ask(people.ben, people.cleo, people.dave);
  for (const [user, solved] of [
    [people.ben, "yes"],
    [people.cleo, "no"],
    [people.dave, "no"],
  ] as const) {
    await (await signedIn(user)).post("/posts/1/solved", { solved });
  }
  const [maintainer, moderator] = [await signedIn(people.mona), await signedIn(people.milo)];
  const panel = words(await maintainer.get(page));
  expect(panel).toContain("1 said it is solved and 2 said not yet");
  expect(panel).toMatch(/Not solved yet for:.*(Cleo.*Dave|Dave.*Cleo)/);
  expect(words(await moderator.get(page))).not.toContain("said not yet");
  expect(words(await maintainer.get("/staff"))).toMatch(/Not solved yet.*Dark mode at night.*2 said not yet/);
  expect((await moderator.get("/staff")).location).toBe("/staff/tags");
});
