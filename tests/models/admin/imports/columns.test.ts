import { expect, test } from "vitest";
import { ignoredColumns, readWanted, understandColumns } from "~/models/admin/imports/columns";
import { NotUnderstood } from "~/models/admin/imports/not-understood";

test("columns are known by any of their names, whatever their case, spaces and underscores", () => {
  const { places } = understandColumns(["Post Title", "DETAILS", "created_at", "authorEmail", "post-status"]);
  expect(places).toEqual({ title: 0, body: 1, created: 2, email: 3, status: 4 });
});

test("a repository, a project or a category is a board; a label is a kind and labels are tags", () => {
  expect(understandColumns(["repo", "title"]).places.board).toBe(0);
  expect(understandColumns(["Category", "title"]).places.board).toBe(0);
  expect(understandColumns(["title", "labels", "label"]).places).toEqual({ title: 0, tags: 1, kind: 2 });
  expect(understandColumns(["title", "labels"]).places).toEqual({ title: 0, tags: 1 });
});

test("of two columns for the same thing the more fitting name wins, and the other one is left out", () => {
  const understanding = understandColumns(["Category", "Name", "Board", "Title", "Votes"]);
  expect(understanding.places).toEqual({ title: 3, board: 2, votes: 4 });
  expect(ignoredColumns(understanding)).toEqual(["Category", "Name"]);
});

test("a wanted column is taken, and for nothing else", () => {
  const wanted = readWanted("title=Summary, body=Title");
  expect(understandColumns(["Title", "Summary", "Status"], wanted).places).toEqual({ title: 1, body: 0, status: 2 });
  expect(understandColumns(["Title", "Headline"], readWanted("body=Title")).places).toEqual({ title: 1, body: 0 });
});

test("a wish may call fields as headers do, name columns with commas and equals signs, and want nothing", () => {
  const wanted = readWanted("post title=What, in short,created at=a=b,tags=");
  expect([...wanted]).toEqual([
    ["title", "What, in short"],
    ["created", "a=b"],
    ["tags", ""],
  ]);
  expect(understandColumns(["what in short", "a=b", "tags"], wanted).places).toEqual({ title: 0, created: 1 });
});

test("a wish for a column or a field that does not exist is refused", () => {
  expect(() => readWanted("budget=Score")).toThrow(NotUnderstood);
  expect(() => understandColumns(["title"], readWanted("body=Text"))).toThrow(NotUnderstood);
});

test.for([
  ["Timestamp,Email Address,Name,Your idea", { created: 0, email: 1, author: 2 }],
  ["Name,E-Mail,Description", { author: 0, email: 1, body: 2 }],
  ["Timestamp,Name,Your idea", { created: 0, author: 1 }],
  ["Name,Phone number,Request", { author: 0 }],
  ["Name,Description", { title: 0, body: 1 }],
  ["Name,Created by,Email,Notes", { title: 0, author: 1, email: 2 }],
  ["Title,Name,Email", { title: 0, author: 1, email: 2 }],
] as const)("“Name” is a person beside an address, and a title beside an author: %s", ([header, places]) => {
  expect(understandColumns(header.split(",")).places).toEqual(places);
});
