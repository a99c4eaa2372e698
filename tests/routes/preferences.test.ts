import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { boardWatchers, events, notifications, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

let people: Record<"ben" | "cleo" | "mona", User>;
let boardId = 0;

beforeEach(async () => {
  people = await cast("ben", "cleo", "mona");
  boardId = await addBoard();
});

const form = (change: Record<string, string> = {}) => ({
  name: "Ben",
  handle: "ben",
  language: "en",
  timeZone: "UTC",
  mailPace: "bundled",
  digestHour: "8",
  digestDay: "1",
  ...change,
});

const own = async () => (await db.select().from(users).where(eq(users.id, people.ben.id)))[0];
const happened = async () =>
  (await db.select({ type: events.type, data: events.data }).from(events)).filter(({ type }) =>
    type.startsWith("user."),
  );

test("preferences are kept, shown again, and remembered as one event with the names of what changed", async () => {
  const visitor = await signedIn(people.ben);
  const change = {
    timeZone: "Europe/Berlin",
    mailPace: "weekly",
    digestHour: "7",
    digestDay: "5",
    movesInDigest: "yes",
  };
  const page = await visitor.submit("/me/preferences", form(change));
  expect(page.document.querySelector("toast-region")?.textContent).toContain("Saved.");
  expect(await own()).toMatchObject({
    timeZone: "Europe/Berlin",
    mailPace: "weekly",
    digestHour: 7,
    digestDay: 5,
    movesInDigest: true,
  });
  expect(page.document.querySelector("input[name=mailPace][checked]")?.getAttribute("value")).toBe("weekly");
  expect(page.document.querySelector("input[name=timeZone]")?.getAttribute("value")).toBe("Europe/Berlin");
  expect(page.document.querySelector("input[name=movesInDigest]")?.hasAttribute("checked")).toBe(true);
  await visitor.submit("/me/preferences", form(change));
  expect(await happened()).toEqual([
    {
      type: "user.preferences_changed",
      data: { fields: ["timeZone", "mailPace", "movesInDigest", "digestHour", "digestDay"] },
    },
  ]);
});

test("name, handle and language change here, too, and the pages speak the language from then on", async () => {
  const visitor = await signedIn(people.ben);
  const page = await visitor.submit("/me/preferences", form({ name: "Benno", handle: "@Benno", language: "de" }));
  expect(page.document.documentElement.lang).toBe("de");
  expect(page.document.querySelector("input[name=handle]")?.getAttribute("value")).toBe("benno");
  expect((await happened()).map(({ type }) => type)).toEqual([
    "user.handle_changed",
    "user.named",
    "user.preferences_changed",
  ]);
});

test.each([
  ["cleo", "Somebody else has this handle."],
  ["Cleo", "Somebody else has this handle."],
  ["admin", "This handle is reserved."],
  ["b", "at least 2 characters"],
  ["-ben", "only lower-case letters, digits and hyphens"],
  ["böse", "only lower-case letters, digits and hyphens"],
  ["x".repeat(40), "under 39 characters"],
])("the handle %s is refused at its field, and nothing else is changed either", async (handle, message) => {
  const page = await (await signedIn(people.ben)).post(
    "/me/preferences",
    form({ handle, name: "Other", mailPace: "off" }),
  );
  expect([409, 422]).toContain(page.status);
  const field = page.document.querySelector("input[name=handle]");
  expect(
    page.document.getElementById(field?.getAttribute("aria-describedby")?.split(" ")[0] ?? "")?.textContent,
  ).toContain(message);
  expect(page.document.querySelector("input[name=mailPace][checked]")?.getAttribute("value")).toBe("off");
  expect(await own()).toMatchObject({ name: "Ben", handle: "ben", mailPace: "bundled" });
});

test.each([
  ["timeZone", "Mars/Olympus", 422],
  ["mailPace", "hourly", 400],
  ["digestHour", "24", 400],
  ["digestDay", "0", 400],
  ["language", "xx", 422],
])("%s cannot be %s", async (name, value, status) => {
  const page = await (await signedIn(people.ben)).post("/me/preferences", form({ [name]: value }));
  expect(page.status).toBe(status);
  expect(await happened()).toEqual([]);
});

test("mail that waits is planned anew when the pace changes", async () => {
  const visitor = await signedIn(people.ben);
  await post(people.ben, idea(boardId));
  await visitor.submit("/me/preferences", form({ mailPace: "daily", movesInDigest: "yes" }));
  await submitComment(db, { viewer: people.cleo, number: 1, id: uuid(), body: "Yes" });
  await movePost(db, { viewer: people.mona, number: 1, from: "open", move: { to: "planned", answer: "" } });
  await runJobs();
  const plans = async () =>
    (await db.select().from(notifications).where(eq(notifications.userId, people.ben.id))).map(
      ({ mailForm, mailDueAt }) => {
        const wait = ((mailDueAt?.getTime() ?? Number.NaN) - Date.now()) / 60_000;
        return mailForm && `${mailForm} ${wait <= 0 ? "now" : wait <= 15 ? "soon" : "later"}`;
      },
    );
  expect(await plans()).toEqual(["digest later", "digest later"]);
  await visitor.submit("/me/preferences", form({ mailPace: "bundled" }));
  expect((await plans()).sort()).toEqual(["bundle soon", "digest now"]);
  await visitor.submit("/me/preferences", form({ mailPace: "instant" }));
  expect((await plans()).sort()).toEqual(["bundle now", "digest now"]);
  await visitor.submit("/me/preferences", form({ mailPace: "off" }));
  expect(await plans()).toEqual([null, null]);
});

test("only staff watch boards, and only those they may see", async () => {
  const fields = { ...form(), boardIds: [boardId, 999] };
  const [member, staff] = [await signedIn(people.ben), await signedIn(people.mona)];
  expect(words(await member.get("/me/preferences"))).not.toContain("Boards you watch");
  await member.submit("/me/preferences", fields);
  await staff.submit("/me/preferences", { ...fields, name: "Mona", handle: "mona" });
  expect(await db.select().from(boardWatchers)).toEqual([{ boardId, userId: people.mona.id }]);
  await staff.submit("/me/preferences", { ...form({ name: "Mona", handle: "mona" }) });
  expect(await db.select().from(boardWatchers)).toEqual([]);
});

test("preferences are for whoever is signed in", async () => {
  expect((await new Visitor().get("/me/preferences")).location).toContain("/sign-in");
});
