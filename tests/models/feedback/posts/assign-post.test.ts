import { beforeEach, expect, test } from "vitest";
import { events, posts } from "#db/schema";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { changeRole } from "~/models/core/users/change-role.server";
import { listTeam } from "~/models/core/users/queries.server";
import type { User } from "~/models/core/users/viewer";
import { assignPost } from "~/models/feedback/posts/assign-post.server";
import { findAssignee } from "~/models/feedback/posts/find-assignee.server";
import { listAssigned } from "~/models/feedback/posts/list-assigned.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let people: Record<"ada" | "mona" | "gus" | "milo" | "ben", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "gus", "milo", "ben");
  const board = await addBoard();
  for (const title of ["First idea", "Second idea", "Third idea"]) await post(people.ben, idea(board, { title }));
});

const assign = (viewer: User, assignee: User | null, number = 1) =>
  assignPost(db, { viewer, number, assigneeId: assignee?.id ?? null });

const assigned = async () => {
  const found = await db.select({ type: events.type, data: events.data }).from(events).orderBy(events.id);
  return found.filter(({ type }) => type === "post.assigned").map(({ data }) => data);
};

const mine = async (viewer: User) => (await listAssigned(db, viewer)).posts.map(({ number }) => number);

test("maintainers assign a post to one of the team, to another, and to nobody", async () => {
  const { ada, mona, gus } = people;
  await assign(mona, gus);
  await assign(ada, gus);
  await assign(ada, mona);
  await assign(ada, null);
  expect(await assigned()).toEqual([
    { from: null, to: gus.id },
    { from: gus.id, to: mona.id },
    { from: mona.id, to: null },
  ]);
});

test("nobody else assigns, and nobody outside the team is assigned", async () => {
  const { mona, gus, milo, ben } = people;
  for (const viewer of [gus, milo, ben]) await expect(assign(viewer, viewer)).rejects.toThrow("forbidden");
  await expect(assign(mona, ben)).rejects.toThrow("notOfTheTeam");
  await expect(assign(mona, { ...gus, id: crypto.randomUUID() })).rejects.toThrow("notOfTheTeam");
  await expect(assign(mona, gus, 99)).rejects.toThrow("notFound");
  expect(await assigned()).toEqual([]);
});

test("only the team knows who looks after a post, and who the team is", async () => {
  const { mona, gus, milo, ben } = people;
  await assign(mona, gus);
  const [{ id } = { id: "" }] = await db.select({ id: posts.id }).from(posts).orderBy(posts.number);
  expect(await findAssignee(db, milo, id)).toEqual({ id: gus.id, name: "Gus" });
  expect(await findAssignee(db, ben, id)).toBeUndefined();
  expect(await findAssignee(db, null, id)).toBeUndefined();
  expect((await listTeam(db, milo)).map(({ name }) => name)).toEqual(["Ada", "Gus", "Milo", "Mona"]);
  await expect(listTeam(db, ben)).rejects.toThrow("forbidden");
  await expect(listAssigned(db, ben)).rejects.toThrow("forbidden");
});

test("what is assigned to somebody is listed open first, without what is deleted", async () => {
  const { mona, gus } = people;
  for (const number of [3, 2, 1]) await assign(mona, gus, number);
  expect(await mine(gus)).toEqual([1, 2, 3]);
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "declined", answer: "No." } });
  await movePost(db, { viewer: mona, number: 2, from: "open", move: { to: "planned", answer: "" } });
  expect(await mine(gus)).toEqual([3, 2, 1]);
  expect((await listAssigned(db, gus, { after: 3 })).posts.map(({ number }) => number)).toEqual([2, 1]);
  await deletePost(db, { viewer: mona, number: 3, on: true });
  expect(await mine(gus)).toEqual([2, 1]);
  expect(await mine(mona)).toEqual([]);
});

test("more than a page goes on where it ended", async () => {
  const board = await addBoard("web");
  for (let i = 0; i < 50; i++) await post(people.ben, idea(board, { title: `Idea ${i}` }));
  await db.update(posts).set({ assigneeId: people.gus.id });
  const { posts: first, next } = await listAssigned(db, people.gus);
  expect([first.length, next]).toEqual([50, 50]);
  const rest = await listAssigned(db, people.gus, { after: next });
  expect([rest.posts.map(({ number }) => number), rest.next]).toEqual([[51, 52, 53], undefined]);
});

test("whoever leaves the team looks after nothing, whoever only changes within it goes on", async () => {
  const { ada, mona, gus } = people;
  for (const number of [1, 2]) await assign(mona, gus, number);
  await changeRole(db, { viewer: ada, userId: gus.id, role: "moderator" });
  expect(await mine(gus)).toEqual([1, 2]);
  await changeRole(db, { viewer: ada, userId: gus.id, role: "member" });
  expect(await mine(gus)).toEqual([]);
  expect((await assigned()).slice(2)).toEqual([
    { from: gus.id, to: null },
    { from: gus.id, to: null },
  ]);
});

test("an account that is deleted looks after nothing", async () => {
  await assign(people.mona, people.gus);
  await deleteAccount(db, { viewer: people.gus, userId: people.gus.id, texts: "kept" });
  expect(await db.select({ assigneeId: posts.assigneeId }).from(posts)).toEqual(Array(3).fill({ assigneeId: null }));
});
