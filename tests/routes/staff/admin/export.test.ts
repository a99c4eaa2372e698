import { parse } from "csv-parse/sync";
import { beforeEach, expect, test } from "vitest";
import { bugColumns } from "~/models/admin/exports/bug-columns";
import type { User } from "~/models/core/users/viewer";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { tagPost } from "~/models/feedback/posts/tag-post.server";
import { useApp } from "../../../support/app";
import { signedIn, Visitor, words } from "../../../support/browser";
import { addBoard, addTag, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  const { ada, mona, ben } = people;
  const [web, phone] = [await addBoard("web"), await addBoard("phone", "staff")];
  const loud = await addTag("loud");
  await post(ben, bug(web, { title: "=cmd()" }), new Date("2026-01-31T23:59:59Z"));
  await post(ben, idea(web, { title: "No bug" }), new Date("2026-02-01T00:00:00Z"));
  await post(ada, bug(phone, { title: "On the phone" }), new Date("2026-02-01T00:00:00Z"));
  await post(ben, bug(web, { title: "Again" }), new Date("2026-02-28T12:00:00Z"));
  await post(ben, bug(web, { title: "Gone" }), new Date("2026-02-28T13:00:00Z"));
  await movePost(db, { viewer: mona, number: 3, from: "open", move: { to: "confirmed", answer: "" } });
  await tagPost(db, { viewer: mona, number: 1, tagIds: [loud] });
  await mergePosts(db, { viewer: mona, number: 4, into: 1 });
  await deletePost(db, { viewer: mona, number: 5, on: true });
});

async function download(query = "") {
  const answer = await (await signedIn(people.ada)).post(
    "/staff/export/bugs.csv",
    Object.fromEntries(new URLSearchParams(query)),
  );
  return { answer, bugs: parse(answer.html, { bom: true, columns: true }) as Record<string, string>[] };
}

const numbers = async (query: string) => (await download(query)).bugs.map(({ number }) => number);

test("administrators get all bug reports as a file, and no text is a formula", async () => {
  const { answer, bugs } = await download();
  expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="bugs-[\d-]+\.csv"$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(bugs.map((bug) => Object.keys(bug))).toEqual(Array(3).fill([...bugColumns]));
  expect(bugs).toMatchObject([
    { number: "1", title: "'=cmd()", status: "open", board: "web", tags: "loud", author: "Ben", duplicate_of: "" },
    {
      number: "3",
      title: "On the phone",
      status: "confirmed",
      board: "phone",
      reported_at: "2026-02-01T00:00:00.000Z",
    },
    { number: "4", title: "Again", duplicate_of: "1" },
  ]);
  expect(bugs[0]?.address).toMatch(/^http.*\/posts\/1$/);
});

test("a filter leaves the others out; days are whole and by UTC", async () => {
  expect(await numbers("?board=web")).toEqual(["1", "4"]);
  expect(await numbers("?status=confirmed")).toEqual(["3"]);
  expect(await numbers("?tag=loud")).toEqual(["1"]);
  expect(await numbers("?tag=unknown")).toEqual([]);
  expect(await numbers("?from=2026-02-01")).toEqual(["3", "4"]);
  expect(await numbers("?to=2026-01-31")).toEqual(["1"]);
  expect(await numbers("?board=web&from=2026-02-28&to=2026-02-28&status=&tag=")).toEqual(["4"]);
});

test("the form says what is asked for, and what is wrong with it", async () => {
  const ada = await signedIn(people.ada);
  const wrong = await ada.post("/staff/export/bugs.csv", { board: "web", from: "2026-02-30" });
  expect(wrong.status).toBe(303);
  expect(wrong.location).toBe("/staff/export?board=web&from=2026-02-30");
  const page = await ada.get(wrong.location ?? "");
  expect(words(page)).toContain("Please give both days as 2026-03-31");
  expect(page.html).toMatch(/<option value="web" selected/);
  expect((await ada.post("/staff/export/bugs.csv", { from: "2026-02-02", to: "2026-02-01" })).status).toBe(303);
  expect(words(await ada.get("/staff/export"))).not.toContain("Please give both days");
});

test("nobody else gets them", async () => {
  const page = (visitor: Visitor) => visitor.get("/staff/export");
  const file = (visitor: Visitor) => visitor.post("/staff/export/bugs.csv");
  for (const ask of [page, file]) {
    const sentTo = (await ask(new Visitor())).location ?? "";
    expect(decodeURIComponent(sentTo)).toBe("/sign-in?next=/staff/export");
    expect((await ask(await signedIn(people.mona))).status).toBe(403);
    expect((await ask(await signedIn(people.ben))).status).toBe(403);
  }
  expect((await (await signedIn(people.ada)).get("/staff/export/bugs.csv")).status).toBe(404);
});
