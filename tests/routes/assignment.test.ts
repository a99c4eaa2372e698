import { beforeEach, expect, test } from "vitest";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "gus" | "ben", User>;
const path = "/posts/1/dark-mode-at-night";

beforeEach(async () => {
  people = await cast("ada", "mona", "gus", "ben");
  await post(people.ben, idea(await addBoard()));
});

const chosen = (document: Document) => document.querySelector("select[name=assigneeId] option[selected]")?.textContent;

test("a maintainer takes a post, gives it to somebody else and to nobody", async () => {
  const monas = await signedIn(people.mona);
  const page = await monas.get(path);
  const toMe = page.document.querySelector("button[name=assigneeId]");
  const from = { Referer: new URL(path, "http://x").href };
  const taken = await monas.submit("/posts/1/assign", { assigneeId: toMe?.getAttribute("value") ?? "" }, from);
  expect(chosen(taken.document)).toBe("Mona");
  expect(taken.document.querySelector("button[name=assigneeId]")).toBeNull();
  expect(words(await monas.get("/staff/mine"))).toContain("Dark mode at night");

  const given = await monas.submit("/posts/1/assign", { assigneeId: people.gus.id }, from);
  expect(chosen(given.document)).toBe("Gus");
  const guses = await signedIn(people.gus);
  expect(words(await guses.get("/staff/mine"))).toContain("Dark mode at night");
  const seen = await guses.get(path);
  expect(words(seen)).toContain("Assigned to Gus");
  expect(seen.document.querySelector("select[name=assigneeId]")).toBeNull();

  await monas.submit("/posts/1/assign", { assigneeId: "" }, from);
  expect(words(await guses.get("/staff/mine"))).toContain("Nothing is assigned to you.");
});

test("visitors and members see nothing of it, and none of the team's pages", async () => {
  const monas = await signedIn(people.mona);
  await monas.post("/posts/1/assign", { assigneeId: people.gus.id });
  const bens = await signedIn(people.ben);
  for (const looker of [new Visitor(), bens]) {
    for (const address of ["/", path, "/posts/1/history"]) {
      expect((await looker.get(address)).html, address).not.toMatch(/Gus|assign/i);
    }
  }
  expect((await bens.get("/staff/mine")).status).toBe(403);
  expect((await bens.post("/posts/1/assign", { assigneeId: people.ben.id })).status).toBe(403);
  expect((await (await signedIn(people.gus)).post("/posts/1/assign", { assigneeId: "" })).status).toBe(403);
});

test("somebody outside the team is refused with a sentence", async () => {
  const monas = await signedIn(people.mona);
  const refused = await monas.submit("/posts/1/assign", { assigneeId: people.ben.id });
  expect(refused.html).toContain("Only somebody of the team can look after a post.");
});
