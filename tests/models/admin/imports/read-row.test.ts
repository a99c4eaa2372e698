import { expect, test } from "vitest";
import type { Field } from "~/models/admin/imports/columns";
import { readRow } from "~/models/admin/imports/read-row.server";

type Cells = Partial<Record<Field, string>>;

const read = (cells: Cells) => readRow((field) => cells[field] ?? "", "canny");

function post(cells: Cells) {
  const reading = read({ title: "Dark mode", ...cells });
  if ("fault" in reading) throw new Error(reading.fault.code);
  return reading.post;
}

test.for([
  ["feature", "idea", []],
  ["Enhancement", "idea", []],
  ["Bug Report", "bug", []],
  ["defect", "bug", []],
  ["ui, bug", "bug", []],
  ["question", "idea", ["question"]],
  ["Support", "idea", ["question"]],
  ["constructor", "idea", []],
  ["", "idea", []],
] as const)("the label “%s” makes a post of kind %s, tagged %s", ([label, kind, tags]) => {
  expect(post({ kind: label })).toMatchObject({ kind, tags });
});

test.for([
  ["In Progress", "in_progress", "in_progress"],
  ["under-review", "under_review", "open"],
  ["Completed", "shipped", "fixed"],
  ["✅ Done", "shipped", "fixed"],
  ["Released", "shipped", "fixed"],
  ["Live", "shipped", "fixed"],
  ["Rejected", "declined", "wont_fix"],
  ["In review", "under_review", "open"],
  ["UNDER_CONSIDERATION", "under_review", "open"],
  ["Backlog", "open", "open"],
  ["Up next", "planned", "confirmed"],
  ["In Prüfung", "under_review", "open"],
  ["Umgesetzt", "shipped", "fixed"],
  ["Zurückgestellt", "open", "open"],
  ["مكتملة", "shipped", "fixed"],
  ["قيد المراجعة", "under_review", "open"],
  ["مرفوض", "declined", "wont_fix"],
  ["started", "in_progress", "in_progress"],
  ["Closed", "declined", "wont_fix"],
  ["Won't fix", "declined", "wont_fix"],
  ["can’t reproduce", "declined", "not_reproducible"],
  ["planned", "planned", "confirmed"],
  ["Triaged", "open", "open"],
  ["", "open", "open"],
] as const)("the status “%s” is %s for an idea and %s for a bug", ([status, forIdea, forBug]) => {
  expect(post({ status })).toMatchObject({ status: forIdea });
  expect(post({ status, kind: "bug" })).toMatchObject({ status: forBug });
});

test("what is understood in another way than it says is remarked upon", () => {
  const reading = read({ title: "x".repeat(400), status: "Triaged", email: "nobody" });
  expect(reading).toMatchObject({
    remarks: [{ code: "statusUnknown", value: "Triaged" }, { code: "titleCut" }, { code: "noEmailAddress" }],
  });
  expect(read({ title: "Dark mode" })).toMatchObject({ remarks: [] });
});

test("a title longer than the form takes is kept, and cut after 300 characters without halving one", () => {
  expect(post({ title: "x".repeat(300) }).title).toBe("x".repeat(300));
  const long = post({ title: `${"x".repeat(298)}😀😀` }).title;
  expect(long).toBe(`${"x".repeat(298)}…`);
  expect(long.isWellFormed()).toBe(true);
});

test("a row without a title that can be seen is refused", () => {
  for (const title of ["", "   ", "\u200B\u202E", "\0"]) {
    expect(read({ title, body: "Text" })).toEqual({ fault: { code: "noTitle" } });
  }
});

test("a body may have 256 KB and no more, counted in bytes", () => {
  const limit = 256 * 1024;
  expect(post({ body: "x".repeat(limit) }).body).toHaveLength(limit);
  expect(read({ title: "Long", body: `${"x".repeat(limit - 1)}é` })).toEqual({
    fault: { code: "bodyTooLarge", bytes: limit },
  });
});

test("a date that cannot be read is left out and said; none at all says nothing", () => {
  expect(read({ title: "Dark mode", created: "next Friday" })).toMatchObject({
    post: { title: "Dark mode", createdAt: undefined },
    remarks: [{ code: "dateUnread", value: "next Friday" }],
  });
  expect(post({ created: " " }).createdAt).toBeUndefined();
});

test("text is cleaned as everywhere, and what looks like a formula is only text", () => {
  const { title, body } = post({ title: "=1+1\0", body: "=cmd|' /C calc'!A0 \uD800 \u202Egnp.exe\r\nEnd" });
  expect(title).toBe("=1+1");
  expect(body).toBe("=cmd|' /C calc'!A0 \uFFFD gnp.exe\nEnd");
});

test("an e-mail address never becomes part of a public name", () => {
  expect(post({ author: "Ada Lovelace", email: "Ada@Example.com" })).toMatchObject({
    authorName: "Ada Lovelace",
    authorEmail: "ada@example.com",
  });
  expect(post({ author: "Ada <ada@example.com>" })).toMatchObject({
    authorName: "Ada",
    authorEmail: "ada@example.com",
  });
  const bare = post({ author: "ada@example.com" });
  expect(bare).toMatchObject({ authorName: undefined, authorEmail: "ada@example.com" });
  expect(post({ author: "Ada", email: "not one" })).toMatchObject({ authorName: "Ada", authorEmail: undefined });
});

test("tags come apart at commas, semicolons and bars, or as JSON has them, each once", () => {
  expect(post({ tags: "ui, mobile;ui|ios" }).tags).toEqual(["ui", "mobile", "ios"]);
  expect(post({ tags: '["ui","mobile"]' }).tags).toEqual(["ui", "mobile"]);
  expect(post({ tags: "" }).tags).toEqual([]);
});

test("a post without a board goes to one named after the source", () => {
  expect(post({}).board).toBe("canny");
  expect(post({ board: "App" }).board).toBe("App");
});

test("a post is known by its id, else by its address, else by its board and number", () => {
  expect(post({ id: " 42 ", url: "https://x.example/42" }).sourceId).toBe("42");
  expect(post({ id: " ", url: "https://x.example/42" }).sourceId).toBe("https://x.example/42");
  expect(post({ board: "a", number: "7" }).sourceId).not.toBe(post({ board: "b", number: "7" }).sourceId);
  expect(post({ id: "x".repeat(5000) }).sourceId).toHaveLength(64);
});

test("a post without any of them is known by board, title, date and body, however the date is written", () => {
  const row = { board: "App", title: "Dark mode", body: "Please", created: "2023-08-26 06:33:37" };
  const { sourceId } = post(row);
  expect(post({ ...row, created: "2023-08-26T06:33:37Z", status: "Closed" }).sourceId).toBe(sourceId);
  const others = [
    { ...row, board: "Web" },
    { ...row, title: "Dark" },
    { ...row, body: "" },
    { ...row, created: "" },
  ];
  expect(new Set([sourceId, ...others.map((other) => post(other).sourceId)]).size).toBe(5);
});
