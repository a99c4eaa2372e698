import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { editNote } from "~/models/feedback/notes/edit-note.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, addRoadmap, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";
import { Collector } from "../support/mailers";
import { tablesThatSay } from "../support/search-everywhere";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "gus" | "milo" | "ben" | "cleo", User>;
const path = "/posts/1/dark-mode-at-night";
const id = uuid();

beforeEach(async () => {
  people = await cast("ada", "mona", "gus", "milo", "ben", "cleo");
  await post(people.ben, idea(await addBoard()));
});

/** Every page, feed and file on which a post appears. */
const surfaces = [
  "/",
  "/?q=quetzal",
  "/?sort=new&status=all",
  "/search?q=quetzal",
  path,
  "/posts/1?stay",
  "/posts/1/history",
  "/posts/1/comments",
  "/roadmap",
  "/roadmap/roadmap/history",
  "/changelog",
  "/feed.atom",
  "/posts/1/feed",
  "/posts/1/feed.atom",
  "/posts/1/feed.json",
  "/feed.json",
  `/notes/${id}/edit`,
];
const file = "/me/data/export";
const own = ["/me", "/me/follows", "/me/notifications", "/people?q=quetzal&post=1"];

test("what a note says appears on no page, in no feed, search, file or mail but those of maintainers", async () => {
  const { ben, cleo, gus, milo, mona, ada } = people;
  await addRoadmap();
  await submitComment(db, { viewer: cleo, number: 1, id: uuid(), body: "Me too" });
  await addNote(db, { viewer: mona, number: 1, id, body: "Quetzal says no. @cleo @gus" });
  await editNote(db, { viewer: mona, id, body: "Quetzal says maybe. @cleo @gus" });
  await editPost(db, { viewer: ben, number: 1, edit: { kind: "idea", title: "Dark mode at night", body: "Please." } });
  const move = { to: "planned", answer: "Yes." } as const;
  await movePost(db, { viewer: mona, number: 1, from: "open", move });
  const mails = new Collector();
  await runJobs({ mailer: mails });

  expect(await tablesThatSay("quetzal")).toEqual(["public.notes"]);
  expect(mails.mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(mails.mails)).not.toMatch(/quetzal/i);
  const lookers = {
    visitor: new Visitor(),
    ben: await signedIn(ben),
    gus: await signedIn(gus),
    milo: await signedIn(milo),
  };
  for (const [name, looker] of Object.entries(lookers)) {
    for (const address of [...surfaces, ...own, file]) {
      const { html } = address === file ? await looker.post(file) : await looker.get(address);
      expect(html.replaceAll("q=quetzal", "").replaceAll('value="quetzal"', ""), `${address} for ${name}`).not.toMatch(
        /quetzal says/i,
      );
    }
  }
  expect((await (await signedIn(mona)).post("/me/data/export")).html).toContain("Quetzal says maybe");
  const adas = await signedIn(ada);
  expect((await adas.post("/me/data/export")).html).not.toContain("Quetzal");
  for (const address of surfaces.filter((one) => !one.startsWith("/posts/1?") && one !== path)) {
    expect((await adas.get(address)).html, address).not.toMatch(/quetzal says/i);
  }
  expect(words(await adas.get(path))).toContain("Quetzal says maybe");
}, 60_000);

test("a maintainer adds, changes and deletes a note without JavaScript", async () => {
  const visitor = await signedIn(people.mona);
  const form = (await visitor.get(path)).document.querySelector("form[action='/posts/1/notes']");
  const noteId = form?.querySelector("input[name=id]")?.getAttribute("value") ?? "";
  const added = await visitor.submit("/posts/1/notes", { id: noteId, body: "Ask *sales*" });
  const note = added.document.getElementById(`note-${noteId}`);
  expect(note?.querySelector(".prose")?.innerHTML.trim()).toBe("<p>Ask <em>sales</em></p>");
  expect(note?.textContent).toContain("Mona");
  const edit = await visitor.get(`/notes/${noteId}/edit`);
  expect(edit.document.querySelector("textarea")?.textContent).toBe("Ask *sales*");
  const edited = await visitor.submit(`/notes/${noteId}/edit`, { body: "Ask support" });
  expect(edited.document.getElementById(`note-${noteId}`)?.textContent).toContain("Ask support");
  const deleted = await visitor.submit(`/notes/${noteId}/delete`);
  expect(deleted.document.getElementById(`note-${noteId}`)).toBeNull();
  expect(words(deleted)).not.toContain("Ask support");
});

test("an empty note comes back as it was filled in, with what is wrong", async () => {
  const visitor = await signedIn(people.mona);
  const refused = await visitor.post("/posts/1/notes", { id, body: " " });
  expect(refused.status).toBe(422);
  expect(refused.document.querySelector("textarea[aria-invalid]")).not.toBeNull();
  expect(refused.document.querySelector("input[name=id]")?.getAttribute("value")).toBe(id);
});

test("only maintainers get there, and only the author changes a note", async () => {
  await addNote(db, { viewer: people.mona, number: 1, id, body: "Ask sales" });
  for (const name of ["gus", "milo", "ben"] as const) {
    const visitor = await signedIn(people[name]);
    expect((await visitor.post("/posts/1/notes", { id: uuid(), body: "Hi" })).status, name).toBe(403);
    expect((await visitor.get(`/notes/${id}/edit`)).status, name).toBe(403);
    expect((await visitor.post(`/notes/${id}/delete`)).status, name).toBe(403);
    expect((await visitor.get(path)).document.getElementById("notes"), name).toBeNull();
  }
  const adas = await signedIn(people.ada);
  expect((await adas.get(`/notes/${id}/edit`)).status).toBe(403);
  expect((await adas.get(path)).document.querySelector(`a[href='/notes/${id}/edit']`)).toBeNull();
});
