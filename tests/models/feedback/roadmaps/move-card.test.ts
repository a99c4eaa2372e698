import { asc, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, posts, roadmapCards } from "#db/schema";
import { editColumn, removeColumn } from "~/models/feedback/roadmaps/edit-columns.server";
import { moveCard, removeCard, stepCard } from "~/models/feedback/roadmaps/move-card.server";
import { listColumns } from "~/models/feedback/roadmaps/queries.server";
import { addBoard, addColumn, addRoadmap, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

/** A roadmap with two columns by hand, and as many posts in the first. */
async function setUp(count: number) {
  const people = await cast("mona", "ada", "gus");
  const roadmapId = await addRoadmap();
  const [soon, later] = [await addColumn(roadmapId, "Soon", 4), await addColumn(roadmapId, "Later", 5)];
  const board = await addBoard();
  for (let number = 1; number <= count; number++) {
    await post(people.ada, idea(board));
    await moveCard(db, { viewer: people.mona, roadmapId, number, from: null, to: { columnId: soon } });
  }
  return { ...people, roadmapId, soon, later };
}

const inColumn = async (columnId: number): Promise<number[]> => {
  const cards = await db
    .select({ number: posts.number })
    .from(roadmapCards)
    .innerJoin(posts, eq(posts.id, roadmapCards.postId))
    .where(eq(roadmapCards.columnId, columnId))
    .orderBy(asc(roadmapCards.rank));
  return cards.map(({ number }) => number);
};

test("a card is put above another, at the end, and stepped; the last step that way changes nothing", async () => {
  const { mona: viewer, roadmapId, soon, later } = await setUp(3);
  const card = { viewer, roadmapId, from: soon };
  await moveCard(db, { ...card, number: 3, to: { columnId: soon, before: 1 } });
  expect(await inColumn(soon)).toEqual([3, 1, 2]);
  await stepCard(db, { ...card, number: 3, step: "down" });
  await stepCard(db, { ...card, number: 3, step: "down" });
  await stepCard(db, { ...card, number: 3, step: "down" });
  expect(await inColumn(soon)).toEqual([1, 2, 3]);
  await stepCard(db, { ...card, number: 3, step: "up" });
  await stepCard(db, { ...card, number: 3, step: "back" });
  expect(await inColumn(soon)).toEqual([1, 3, 2]);
  await stepCard(db, { ...card, number: 3, step: "on" });
  await stepCard(db, { ...card, number: 2, step: "on" });
  expect([await inColumn(soon), await inColumn(later)]).toEqual([[1], [2, 3]]);
});

test("many moves at once lose no card and give no place twice", async () => {
  const { mona, ada, roadmapId, soon, later } = await setUp(8);
  const moves = Array.from({ length: 8 }, (_, i) =>
    moveCard(db, {
      viewer: i % 2 ? mona : ada,
      roadmapId,
      number: i + 1,
      from: soon,
      to: i % 3 ? { columnId: later } : { columnId: soon, before: 1 + ((i + 4) % 8) },
    }),
  );
  await Promise.all(moves);
  const all = [...(await inColumn(soon)), ...(await inColumn(later))];
  expect(all.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const ranks = await db.select({ column: roadmapCards.columnId, rank: roadmapCards.rank }).from(roadmapCards);
  expect(new Set(ranks.map((place) => JSON.stringify(place))).size).toBe(8);
});

test("of two who move the same card, the second is told who was quicker, and changes nothing", async () => {
  const { mona, ada, roadmapId, soon, later } = await setUp(1);
  const card = { roadmapId, number: 1, from: soon };
  await moveCard(db, { ...card, viewer: ada, to: { columnId: later } });
  await expect(stepCard(db, { ...card, viewer: mona, step: "on" })).rejects.toMatchObject({
    code: "cardMovedMeanwhile",
    details: { params: { by: "Ada" } },
  });
  await expect(removeCard(db, { ...card, viewer: mona })).rejects.toThrow("cardMovedMeanwhile");
  expect(await inColumn(later)).toEqual([1]);
});

test("a column that statuses feed takes only what they put there, and gives it back", async () => {
  const { mona: viewer, roadmapId, soon } = await setUp(1);
  const card = { viewer, roadmapId, number: 1, from: soon };
  const columns = await listColumns(db, roadmapId);
  const columnId = columns.find(({ statuses }) => statuses.includes("planned"))?.id ?? 0;
  await expect(moveCard(db, { ...card, to: { columnId } })).rejects.toThrow("statusDecides");
  expect(await inColumn(soon)).toEqual([1]);
  await db.update(posts).set({ status: "planned" });
  await moveCard(db, { ...card, to: { columnId } });
  expect(await inColumn(soon)).toEqual([]);
});

test("a column that goes, or is fed by statuses from now on, lets go of its cards and keeps none hidden", async () => {
  const { mona: viewer, roadmapId, soon, later } = await setUp(2);
  await moveCard(db, { viewer, roadmapId, number: 2, from: soon, to: { columnId: later } });
  await removeColumn(db, { viewer, roadmapId, columnId: later });
  const draft = { name: "Soon", statuses: ["under_review" as const], position: 4 };
  await editColumn(db, { viewer, roadmapId, columnId: soon, draft });
  expect(await db.select().from(roadmapCards).where(isNotNull(roadmapCards.columnId))).toEqual([]);
  const taken = { ...draft, statuses: ["planned" as const] };
  await expect(editColumn(db, { viewer, roadmapId, columnId: soon, draft: taken })).rejects.toThrow("statusTaken");
});

test("nobody curates who may not triage, and every move is written down", async () => {
  const { gus, roadmapId, soon } = await setUp(1);
  const card = { roadmapId, number: 1, from: soon };
  await expect(stepCard(db, { ...card, viewer: gus, step: "on" })).rejects.toThrow("forbidden");
  await expect(removeCard(db, { ...card, viewer: gus })).rejects.toThrow("forbidden");
  const written = await db.select().from(events).where(eq(events.type, "roadmap.card_placed"));
  expect(written.map(({ data }) => data)).toEqual([{ roadmapId, column: { name: "Soon", statuses: [] } }]);
});
