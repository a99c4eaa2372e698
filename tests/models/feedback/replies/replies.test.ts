import { beforeEach, expect, test } from "vitest";
import { events } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { createReply, deleteReply, editReply } from "~/models/feedback/replies/edit-replies.server";
import { fillIn } from "~/models/feedback/replies/fill-in";
import { findFilledReply, findReply, listReplies, listRepliesFor } from "~/models/feedback/replies/queries.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let people: Record<"mona" | "gus" | "milo" | "ben", User>;
const thanks = { title: "Thanks", body: "Thank you, {{author}}, for “{{ title }}”.", kind: null };

beforeEach(async () => {
  people = await cast("mona", "gus", "milo", "ben");
});

test("author and title stand where they are asked for, and nothing else is touched", () => {
  const post = { author: "Ben", title: "$& {{author}}" };
  expect(fillIn("{{author}}: {{ title }}, {{name}} {author} {{author}}", post)).toBe(
    "Ben: $& {{author}}, {{name}} {author} Ben",
  );
});

test("everybody of the team saves, changes and deletes replies, one of each title", async () => {
  const { id } = await createReply(db, { viewer: people.gus, draft: thanks });
  await expect(createReply(db, { viewer: people.mona, draft: thanks })).rejects.toThrow("titleTaken");
  const other = await createReply(db, { viewer: people.mona, draft: { ...thanks, title: "Sorry" } });
  await expect(editReply(db, { viewer: people.mona, id: other.id, draft: thanks })).rejects.toThrow("titleTaken");
  await editReply(db, { viewer: people.milo, id, draft: { ...thanks, body: "Thanks!", kind: "bug" } });
  expect(await findReply(db, people.gus, id)).toEqual({ id, title: "Thanks", body: "Thanks!", kind: "bug" });
  for (let i = 0; i < 2; i++) await deleteReply(db, { viewer: people.milo, id });
  expect((await listReplies(db, people.gus)).map(({ title }) => title)).toEqual(["Sorry"]);
  const happened = await db.select({ type: events.type }).from(events).orderBy(events.id);
  expect(happened.map(({ type }) => type)).toEqual(["reply.created", "reply.created", "reply.edited", "reply.deleted"]);
});

test("members neither see nor change them", async () => {
  const { ben, mona } = people;
  const { id } = await createReply(db, { viewer: mona, draft: thanks });
  const number = await post(ben, idea(await addBoard()));
  await expect(createReply(db, { viewer: ben, draft: thanks })).rejects.toThrow("forbidden");
  await expect(editReply(db, { viewer: ben, id, draft: thanks })).rejects.toThrow("forbidden");
  await expect(deleteReply(db, { viewer: ben, id })).rejects.toThrow("forbidden");
  await expect(listReplies(db, ben)).rejects.toThrow("forbidden");
  expect(await listRepliesFor(db, ben, number)).toEqual([]);
  expect(await findFilledReply(db, ben, { id, number, nameless: "" })).toBeUndefined();
});

test("a reply is offered for posts of its kind, filled in with their author and title", async () => {
  const { ben, mona } = people;
  const board = await addBoard();
  const [first, second] = [await post(ben, idea(board)), await post(mona, bug(board))];
  const { id } = await createReply(db, { viewer: mona, draft: thanks });
  await createReply(db, { viewer: mona, draft: { ...thanks, title: "For bugs", kind: "bug" } });
  const offered = async (number: number) => (await listRepliesFor(db, mona, number)).map(({ title }) => title);
  expect(await offered(first)).toEqual(["Thanks"]);
  expect(await offered(second)).toEqual(["For bugs", "Thanks"]);
  expect(await findFilledReply(db, mona, { id, number: first, nameless: "" })).toBe(
    "Thank you, Ben, for “Dark mode at night”.",
  );
  expect(await findFilledReply(db, mona, { id, number: 99, nameless: "" })).toBeUndefined();
});
