import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { events, posts } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { contrast, leastContrastOf, shadesOf } from "~/models/core/settings/contrast";
import { formOf } from "~/models/core/settings/form";
import { initialPortal, openPortal, readSettings } from "~/models/core/settings/settings.server";
import { settingNames, table } from "~/models/core/settings/table";
import type { User } from "~/models/core/users/viewer";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { addBoard, cast, idea, post } from "../../support/cast";
import { database, db, useDatabase } from "../../support/database";

useDatabase();

const { settings: initial } = initialPortal;
let people: Record<"ada" | "mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
});

test("what every setting begins with is what it may be", () => {
  for (const name of settingNames) {
    expect(table[name].kind.stored.safeParse(table[name].initial), name).toMatchObject({ success: true });
  }
});

test("a portal begins with what the table says, and keeps what is changed", async () => {
  expect(await readSettings(db)).toEqual(initial);
  await changeSettings(db, { viewer: people.ada, values: { name: "Acme", languages: ["en", "de"] } });
  expect(await readSettings(db)).toEqual({ ...initial, name: "Acme", languages: ["en", "de"] });
});

test("administrators alone change settings", async () => {
  const change = changeSettings(db, { viewer: people.mona, values: { name: "Mona's" } });
  await expect(change).rejects.toMatchObject({ code: "forbidden" });
});

test("an event says what was changed, and what is the same again is no change", async () => {
  const change = () => changeSettings(db, { viewer: people.ada, values: { name: "Acme", timeZone: "UTC" } });
  await change();
  await change();
  const told = await db.select({ data: events.data }).from(events).where(eq(events.type, "settings.changed"));
  expect(told).toEqual([{ data: { changes: [{ name: "name", from: "Groundswell", to: "Acme" }] } }]);
});

test("what another version has left and nobody understands is as at the beginning", async () => {
  await db.execute(`insert into settings (name, value) values ('accentLight', '"teal"'), ('unknown', '1'),
    ('statuses', '{"planned": {"names": {"en": "Next"}, "color": "pink", "isOffered": true}}')`);
  const { accentLight, statuses } = await readSettings(db);
  expect(accentLight).toBe(initial.accentLight);
  expect(statuses.planned).toEqual({ names: { en: "Next", de: "", ar: "" }, color: "pink", isOffered: true });
  expect(statuses.open).toEqual(initial.statuses.open);
});

test("two administrators at once: both changes are there, and what goes together is judged together", async () => {
  const { ada: viewer } = people;
  const changes = await Promise.allSettled([
    changeSettings(db, { viewer, values: { languages: ["en"] } }),
    changeSettings(db, { viewer, values: { defaultLanguage: "de" } }),
    changeSettings(db, { viewer, values: { name: "Acme" } }),
  ]);
  const { name, languages, defaultLanguage } = await readSettings(db);
  expect(name).toBe("Acme");
  expect(languages).toContain(defaultLanguage);
  expect(changes.filter(({ status }) => status === "rejected")).toHaveLength(1);
});

test("the settings that are kept are new as soon as a change has committed", async () => {
  const portal = openPortal(database);
  try {
    expect((await portal.read()).settings.name).toBe("Groundswell");
    await vi.waitFor(async () => expect(portal.known()).toBe(await portal.read()));
    await changeSettings(db, { viewer: people.ada, values: { name: "Acme" } });
    expect(portal.known()).toBeUndefined();
    expect((await portal.read()).settings.name).toBe("Acme");
    const failing = db.transaction(async (tx) => {
      await changeSettings(tx, { viewer: people.ada, values: { name: "Nobody's" } });
      throw new Error("after all not");
    });
    await expect(failing).rejects.toThrow("after all not");
    expect((await portal.read()).settings.name).toBe("Acme");
    expect(portal.known()?.settings.name).toBe("Acme");
  } finally {
    await portal.close();
  }
});

describe("statuses", () => {
  const without = (...names: (keyof typeof initial.statuses)[]) => {
    const looks = { ...initial.statuses };
    for (const name of names) looks[name] = { ...looks[name], isOffered: false };
    return { statuses: looks };
  };

  test("none is offered that no moves lead to", async () => {
    const change = (...names: Parameters<typeof without>) =>
      changeSettings(db, { viewer: people.ada, values: without(...names) });
    await change("under_review", "planned");
    await expect(change("confirmed")).rejects.toMatchObject({ code: "statusOutOfReach" });
    await expect(change("planned", "in_progress")).rejects.toMatchObject({ code: "statusOutOfReach" });
    await expect(change("fixed", "shipped")).rejects.toMatchObject({ code: "statusOutOfReach" });
  });

  test("posts are not moved to one that is not offered, and stay where they are", async () => {
    await post(people.ben, idea(await addBoard()));
    const move = (from: "open" | "planned", to: "planned" | "in_progress") =>
      movePost(db, { viewer: people.mona, number: 1, from, move: { to, answer: "" } });
    await move("open", "planned");
    await changeSettings(db, { viewer: people.ada, values: without("planned") });
    const [found] = await db.select({ status: posts.status }).from(posts);
    expect(found?.status).toBe("planned");
    await move("planned", "in_progress");
    const back = movePost(db, {
      viewer: people.mona,
      number: 1,
      from: "in_progress",
      move: { to: "planned", answer: "" },
    });
    await expect(back).rejects.toMatchObject({ code: "statusNotOffered" });
  });
});

describe("colours", () => {
  test("contrast is what WCAG says it is", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#0b6670", "#0b6670")).toBe(1);
  });

  test.each([
    ["accentLight", "#0b6670", true],
    ["accentLight", "#777777", false],
    ["accentLight", "#ffcc00", false],
    ["accentLight", "#8a1538", true],
    ["accentDark", "#8a1538", false],
    ["accentDark", "#ff9a91", true],
    ["accentDark", "#ffffff", true],
  ] as const)("%s may be %s: %s", (name, color, isGood) => {
    const other = name === "accentLight" ? { accentDark: initial.accentDark } : { accentLight: initial.accentLight };
    expect(formOf("look").safeParse({ ...other, [name]: color }).success).toBe(isGood);
    expect(leastContrastOf(color, name === "accentLight" ? "light" : "dark") >= 4.5).toBe(isGood);
  });

  test("whatever is written on an accent that is allowed can be read", () => {
    for (let i = 0; i < 4096; i += 7) {
      const color = `#${i.toString(16).padStart(3, "0").replace(/./g, "$&$&")}`;
      if (leastContrastOf(color, "light") >= 4.5)
        expect(contrast(shadesOf(color, "light").on, color)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
