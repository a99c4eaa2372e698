import { beforeEach, expect, test } from "vitest";
import { events } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import {
  createSavedReply,
  deleteSavedReply,
  editSavedReply,
} from "~/models/feedback/saved-replies/edit-saved-replies.server";
import { fillIn } from "~/models/feedback/saved-replies/fill-in";
import {
  findFilledSavedReply,
  findSavedReply,
  listSavedReplies,
  listSavedRepliesFor,
} from "~/models/feedback/saved-replies/queries.server";
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
  const { id } = await createSavedReply(db, { viewer: people.gus, draft: thanks });
  await expect(createSavedReply(db, { viewer: people.mona, draft: thanks })).rejects.toThrow("titleTaken");
  const other = await createSavedReply(db, { viewer: people.mona, draft: { ...thanks, title: "Sorry" } });
  await expect(editSavedReply(db, { viewer: people.mona, id: other.id, draft: thanks })).rejects.toThrow("titleTaken");
  await editSavedReply(db, { viewer: people.milo, id, draft: { ...thanks, body: "Thanks!", kind: "bug" } });
  expect(await findSavedReply(db, people.gus, id)).toEqual({ id, title: "Thanks", body: "Thanks!", kind: "bug" });
  for (let i = 0; i < 2; i++) await deleteSavedReply(db, { viewer: people.milo, id });
  expect((await listSavedReplies(db, people.gus)).map(({ title }) => title)).toEqual(["Sorry"]);
  const happened = await db.select({ type: events.type }).from(events).orderBy(events.id);
  expect(happened.map(({ type }) => type)).toEqual(["reply.created", "reply.created", "reply.edited", "reply.deleted"]);
});

test("members neither see nor change them", async () => {
  const { ben, mona } = people;
  const { id } = await createSavedReply(db, { viewer: mona, draft: thanks });
  const number = await post(ben, idea(await addBoard()));
  await expect(createSavedReply(db, { viewer: ben, draft: thanks })).rejects.toThrow("forbidden");
  await expect(editSavedReply(db, { viewer: ben, id, draft: thanks })).rejects.toThrow("forbidden");
  await expect(deleteSavedReply(db, { viewer: ben, id })).rejects.toThrow("forbidden");
  await expect(listSavedReplies(db, ben)).rejects.toThrow("forbidden");
  expect(await listSavedRepliesFor(db, ben, number)).toEqual([]);
  expect(await findFilledSavedReply(db, ben, { id, number, nameless: "" })).toBeUndefined();
});

test("a reply is offered for posts of its kind, filled in with their author and title", async () => {
  const { ben, mona } = people;
  const board = await addBoard();
  const [first, second] = [await post(ben, idea(board)), await post(mona, bug(board))];
  const { id } = await createSavedReply(db, { viewer: mona, draft: thanks });
  await createSavedReply(db, { viewer: mona, draft: { ...thanks, title: "For bugs", kind: "bug" } });
  const offered = async (number: number) => (await listSavedRepliesFor(db, mona, number)).map(({ title }) => title);
  expect(await offered(first)).toEqual(["Thanks"]);
  expect(await offered(second)).toEqual(["For bugs", "Thanks"]);
  expect(await findFilledSavedReply(db, mona, { id, number: first, nameless: "" })).toBe(
    "Thank you, Ben, for “Dark mode at night”.",
  );
  expect(await findFilledSavedReply(db, mona, { id, number: 99, nameless: "" })).toBeUndefined();
});
