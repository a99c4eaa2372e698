import { eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { events, users } from "#db/schema";
import type { DomainError } from "~/models/core/domain-error";
import { changeHandle } from "~/models/core/users/change-handle.server";
import { giveMissingHandles } from "~/models/core/users/give-handle.server";
import { handleFrom } from "~/models/core/users/handle";
import { addMentions } from "~/models/core/users/mentions";
import { setName } from "~/models/core/users/set-name.server";
import type { User } from "~/models/core/users/viewer";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

async function newcomer(): Promise<User> {
  const id = uuid();
  await db.insert(users).values({ id, email: `${id}@example.com` });
  return { id, name: null, role: "member", language: "en" };
}

const handleOf = async ({ id }: User) =>
  (await db.select({ handle: users.handle }).from(users).where(eq(users.id, id)))[0]?.handle ?? "";

test.each([
  ["Ben Carter", "ben-carter"],
  ["  Tomasz Zieliński ", "tomasz-zielinski"],
  ["Siobhán O'Kelly", "siobhan-o-kelly"],
  ["Søren Straße", "soren-strasse"],
  ["Łukasz Þórsson", "lukasz-thorsson"],
  ["R2-D2 🤖", "r2-d2"],
  ["x".repeat(50), "x".repeat(34)],
  ["佐藤ゆき", undefined],
  ["Ольга", undefined],
  ["كريم حداد", undefined],
  ["🤖🤖", undefined],
  ["J. 木", undefined],
])("the name %s makes the handle %s", (name, handle) => {
  expect(handleFrom(name)).toBe(handle);
});

test("the first name makes a handle, and later names leave it alone", async () => {
  const viewer = await newcomer();
  await setName(db, { viewer, name: "Ben Carter" });
  await setName(db, { viewer, name: "Benjamin" });
  expect(await handleOf(viewer)).toBe("ben-carter");
  expect(await db.select({ type: events.type }).from(events)).toEqual([
    { type: "user.named" },
    { type: "user.handle_changed" },
    { type: "user.named" },
  ]);
});

test("names in other scripts make a handle that can be typed, and none takes a reserved one", async () => {
  const [olga, boss] = [await newcomer(), await newcomer()];
  await setName(db, { viewer: olga, name: "Ольга" });
  await setName(db, { viewer: boss, name: "Admin" });
  expect(await handleOf(olga)).toMatch(/^person-[\da-f]{4}$/);
  expect(await handleOf(boss)).toBe("admin-2");
});

test("ten people who choose one name at once get ten handles", async () => {
  const people = await Promise.all(Array.from({ length: 10 }, newcomer));
  await Promise.all(people.map((viewer) => setName(db, { viewer, name: "Sam" })));
  const handles = await Promise.all(people.map(handleOf));
  expect(handles.sort()).toEqual(["sam", ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `sam-${n}`)].sort());
});

test("a handle that somebody has, or that is reserved, is refused; one's own is no change", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const refusal = (handle: string) =>
    changeHandle(db, { viewer: ben, handle }).catch((error: DomainError) => error.code);
  expect(await refusal("cleo")).toBe("handleTaken");
  expect(await refusal("everyone")).toBe("handleReserved");
  await changeHandle(db, { viewer: ben, handle: "ben" });
  expect(await db.select().from(events)).toEqual([]);
  await changeHandle(db, { viewer: ben, handle: "benny" });
  await changeHandle(db, { viewer: cleo, handle: "ben" });
  expect([await handleOf(ben), await handleOf(cleo)]).toEqual(["benny", "ben"]);
});

test("two people who want one handle at once: one gets it, the other is told", async () => {
  const people = Object.values(await cast("ben", "cleo"));
  const outcomes = await Promise.allSettled(people.map((viewer) => changeHandle(db, { viewer, handle: "star" })));
  const reasons = outcomes.map((one) => (one.status === "rejected" ? (one.reason as DomainError).code : "done"));
  expect(reasons.sort()).toEqual(["done", "handleTaken"]);
});

test("people from an import who have an address get a handle; those known by name only need none", async () => {
  await db.insert(users).values([
    { id: uuid(), name: "Ann", email: "ann@example.com" },
    { id: uuid(), name: "Ann", email: "ann2@example.com" },
    { id: uuid(), name: "Ann" },
    { id: uuid(), email: "nameless@example.com" },
  ]);
  await giveMissingHandles(db);
  const found = await db.select({ handle: users.handle }).from(users).where(isNotNull(users.handle));
  expect(found.map(({ handle }) => handle).sort()).toEqual(["ann", "ann-2"]);
});

test("mentions are added at the beginning, and leave Markdown alone", () => {
  expect(addMentions("Hi @ben!", [])).toBe("Hi @ben!");
  expect(addMentions("Hello", ["ben", "cleo"])).toBe("@ben @cleo Hello");
  for (const markdown of [
    "- one\n- two",
    "> said",
    "```\ncode",
    "~~~\ncode",
    "1. one",
    "|a|\n|-|",
    "# Big",
    "    code",
  ])
    expect(addMentions(markdown, ["ben"])).toBe(`@ben\n\n${markdown}`);
});
