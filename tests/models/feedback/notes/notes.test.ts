import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { events, notes } from "#db/schema";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import type { User } from "~/models/core/users/viewer";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { deleteNote } from "~/models/feedback/notes/delete-note.server";
import { editNote } from "~/models/feedback/notes/edit-note.server";
import { findNote, listNotes } from "~/models/feedback/notes/find-notes.server";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let people: Record<"ada" | "mona" | "gus" | "milo" | "ben", User>;
const id = uuid();
const others = ["gus", "milo", "ben"] as const;

beforeEach(async () => {
  people = await cast("ada", "mona", "gus", "milo", "ben");
  await post(people.ben, idea(await addBoard()));
});

const listed = async (viewer: User | null) => {
  const { id: postId = "" } = (await findPost(db, people.mona, 1)) ?? {};
  return (await listNotes(db, viewer, postId))?.map(({ bodyHtml }) => bodyHtml.trim());
};

const happened = async () => {
  const found = await db.select({ type: events.type, data: events.data }).from(events).orderBy(events.id);
  return found.filter(({ type }) => type.startsWith("note."));
};

test("a note is there once, however often its form is sent, and its event does not say what it says", async () => {
  for (let i = 0; i < 2; i++) await addNote(db, { viewer: people.mona, number: 1, id, body: "Ask **sales**" });
  expect(await listed(people.ada)).toEqual(["<p>Ask <strong>sales</strong></p>"]);
  expect(await happened()).toEqual([{ type: "note.added", data: { noteId: id } }]);
  await expect(addNote(db, { viewer: people.ada, number: 1, id, body: "Mine" })).rejects.toThrow("idTaken");
});

test.each(others)("%s neither reads nor writes notes", async (name) => {
  const viewer = people[name];
  await addNote(db, { viewer: people.mona, number: 1, id, body: "Ask sales" });
  expect(await listed(viewer)).toBeUndefined();
  expect(await findNote(db, viewer, id)).toBeUndefined();
  await expect(addNote(db, { viewer, number: 1, id: uuid(), body: "Hi" })).rejects.toThrow("forbidden");
  await expect(editNote(db, { viewer, id, body: "Hi" })).rejects.toThrow("forbidden");
  await expect(deleteNote(db, { viewer, id })).rejects.toThrow("forbidden");
});

test("whoever wrote a note changes and deletes it, and nobody else does", async () => {
  await addNote(db, { viewer: people.mona, number: 1, id, body: "Ask sales" });
  await expect(editNote(db, { viewer: people.ada, id, body: "No" })).rejects.toThrow("forbidden");
  await expect(deleteNote(db, { viewer: people.ada, id })).rejects.toThrow("forbidden");
  await editNote(db, { viewer: people.mona, id, body: "Ask support" });
  await editNote(db, { viewer: people.mona, id, body: "Ask support" });
  expect(await listed(people.mona)).toEqual(["<p>Ask support</p>"]);
  await deleteNote(db, { viewer: people.mona, id });
  expect(await listed(people.mona)).toEqual([]);
  await expect(deleteNote(db, { viewer: people.mona, id })).rejects.toThrow("notFound");
  expect((await happened()).map(({ type }) => type)).toEqual(["note.added", "note.edited", "note.deleted"]);
});

test("a deleted post keeps its notes and takes new ones", async () => {
  await deletePost(db, { viewer: people.mona, number: 1, on: true });
  await addNote(db, { viewer: people.mona, number: 1, id, body: "Spam" });
  expect(await listed(people.ada)).toEqual(["<p>Spam</p>"]);
});

test.each([
  { texts: "kept", left: 1 },
  { texts: "removed", left: 0 },
] as const)("of somebody whose texts are $texts when they leave, $left note stays", async ({ texts, left }) => {
  await addNote(db, { viewer: people.mona, number: 1, id, body: "Ask sales" });
  await deleteAccount(db, { viewer: people.mona, userId: people.mona.id, texts });
  expect(await db.select().from(notes).where(eq(notes.id, id))).toHaveLength(left);
});
