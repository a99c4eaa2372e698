import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, moves, posts } from "#db/schema";
import { DomainError } from "~/models/core/domain-error";
import { closeOwnPost, movePost } from "~/models/feedback/posts/move-post.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

test("a move changes the status, keeps the answer as HTML, and is one event that says from where to where", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const number = await post(ben, idea(await addBoard()));
  await movePost(db, { viewer: mona, number, from: "open", move: { to: "planned", answer: "In **May**." } });
  const [row] = await db.select({ status: posts.status }).from(posts);
  expect(row?.status).toBe("planned");
  const [move] = await db.select().from(moves);
  expect(move).toMatchObject({ from: "open", to: "planned", actorId: mona.id, answerMarkdown: "In **May**." });
  expect(move?.answerHtml).toContain("<strong>May</strong>");
  const [event] = await db.select().from(events).where(eq(events.type, "post.status_changed"));
  expect(event).toMatchObject({
    actorId: mona.id,
    data: { from: "open", to: "planned", moveId: move?.id, byAuthor: false },
  });
});

test("only maintainers and administrators move posts", async () => {
  const { ben, milo, gus, ada } = await cast("ben", "milo", "gus", "ada");
  const number = await post(ben, idea(await addBoard()));
  for (const viewer of [ben, milo, gus]) {
    const attempt = movePost(db, { viewer, number, from: "open", move: { to: "planned", answer: "" } });
    await expect(attempt).rejects.toThrow("forbidden");
  }
  await movePost(db, { viewer: ada, number, from: "open", move: { to: "planned", answer: "" } });
});

test("an illegal move is refused and leaves no trace", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  const number = await post(ben, idea(board));
  const broken = await post(ben, bug(board));
  const shipped = { to: "shipped", answer: "", release: "" } as const;
  await expect(movePost(db, { viewer: mona, number, from: "open", move: shipped })).rejects.toThrow("illegalMove");
  const planned = { to: "planned", answer: "" } as const;
  await expect(movePost(db, { viewer: mona, number: broken, from: "open", move: planned })).rejects.toThrow(
    "illegalMove",
  );
  expect(await db.select().from(moves)).toEqual([]);
});

test("declining needs an answer", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const number = await post(ben, idea(await addBoard()));
  const silent = movePost(db, { viewer: mona, number, from: "open", move: { to: "declined", answer: "" } });
  await expect(silent).rejects.toThrow("answerNeeded");
});

test("of two simultaneous moves one succeeds, and the other is told by whom and where to the post was moved", async () => {
  const { ben, mona, ada } = await cast("ben", "mona", "ada");
  const number = await post(ben, idea(await addBoard()));
  const outcomes = await Promise.allSettled([
    movePost(db, { viewer: mona, number, from: "open", move: { to: "planned", answer: "" } }),
    movePost(db, { viewer: ada, number, from: "open", move: { to: "under_review", answer: "" } }),
  ]);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(refusals).toHaveLength(1);
  const [row] = await db.select({ status: posts.status }).from(posts);
  const winner = row?.status === "planned" ? "Mona" : "Ada";
  expect(refusals[0]).toBeInstanceOf(DomainError);
  expect(refusals[0]).toMatchObject({
    code: "movedMeanwhile",
    details: { params: { by: winner, status: row?.status } },
  });
  expect(await db.select().from(moves)).toHaveLength(1);
});

test("the author closes an own open post, and nobody else does", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const board = await addBoard();
  const number = await post(ben, idea(board));
  const broken = await post(ben, bug(board));
  await expect(closeOwnPost(db, { viewer: cleo, number })).rejects.toThrow("notYourOpenPost");
  await closeOwnPost(db, { viewer: ben, number });
  await closeOwnPost(db, { viewer: ben, number: broken });
  await expect(closeOwnPost(db, { viewer: ben, number })).rejects.toThrow("notYourOpenPost");
  const rows = await db.select({ status: posts.status }).from(posts).orderBy(asc(posts.number));
  expect(rows.map(({ status }) => status)).toEqual(["declined", "wont_fix"]);
});
