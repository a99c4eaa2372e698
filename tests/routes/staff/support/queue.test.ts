import { beforeEach, expect, test } from "vitest";
import { changeRole } from "~/models/core/users/change-role.server";
import type { User } from "~/models/core/users/viewer";
import { restrictTicket } from "~/models/support/tickets/change-ticket.server";
import type { OpenedTicket } from "~/models/support/tickets/open-ticket.server";
import { useApp } from "../../../support/app";
import { type Page, signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "gus" | "mona" | "milo" | "ben", User>;
let first: OpenedTicket;

beforeEach(async () => {
  people = await cast("ada", "gus", "mona", "milo", "ben");
  const categoryId = await addCategory("Printing");
  first = await ask(people.ben, { categoryId, subject: "First" });
  await ask(people.ben, { categoryId, subject: "Second" });
});

const subjects = ({ document }: Page) => [...document.querySelectorAll("[data-row] h2")].map((one) => one.textContent);

test("tickets are changed together and back without JavaScript: tick, preview, do, undo", async () => {
  const agent = await signedIn(people.gus);
  const queue = await agent.get("/staff/support?chosen=all");
  const ticked = [...queue.document.querySelectorAll<HTMLInputElement>("[name=ticket]:checked")];
  expect(subjects(queue)).toHaveLength(2);
  const chosen = new URLSearchParams(ticked.map(({ value }) => ["ticket", value]));
  const address = `/staff/support/bulk?${chosen}&change=tag&tag=Paper+Jam`;
  const preview = await agent.get(address);
  expect(words(preview)).toContain("Add the tag “paper jam”");
  const hidden = [...preview.document.querySelectorAll<HTMLInputElement>("main input[type=hidden]")];
  const sent = (name: string) => hidden.filter((one) => one.name === name).map(({ value }) => value);
  const fields = { id: sent("id"), change: sent("change"), chosen: sent("chosen") };
  const done = await agent.submit(address, fields);
  expect(words(done)).toContain("2 tickets are changed.");
  expect(words(await agent.get("/staff/support?tag=paper+jam"))).toContain("First");
  const undo = done.document.querySelector('form[action$="/undo"]')?.getAttribute("action") ?? "";
  expect(words(await agent.submit(undo))).toContain("Undone: 2 tickets are as they were.");
  expect(subjects(await agent.get("/staff/support?tag=paper+jam"))).toEqual([]);
  for (const change of ["tag", "assign:nobody", "category:999", "move:merged"]) {
    const page = await agent.get(`/staff/support/bulk?${chosen}&change=${change}`);
    expect(words(page), change).toContain("Please choose something first");
  }
  expect((await (await signedIn(people.milo)).get(address)).status).toBe(403);
});

test("all that a filter finds is changed, beyond the page that shows it, and so is what was put away", async () => {
  const { ben, gus } = people;
  const categoryId = await addCategory("Scanning");
  for (let i = 1; i <= 26; i++) await ask(ben, { categoryId, subject: `Scan ${i}` });
  const agent = await signedIn(gus);
  const follow = async (page: Page, text: string) => {
    const link = [...page.document.querySelectorAll("main a")].find((one) => one.textContent === text);
    return agent.get(link?.getAttribute("href") ?? "");
  };
  const address = `/staff/support?category=${categoryId}&sort=newest&chosen=`;
  const page = await follow(await agent.get(`${address}all`), "All that are found (26)");
  expect(page.document.querySelectorAll("[name=ticket]:checked:disabled")).toHaveLength(25);
  const found = page.document.querySelector<HTMLInputElement>("[name=found]")?.value ?? "";
  const change = async (found: string, change: string) => {
    const to = `/staff/support/bulk?${new URLSearchParams({ found, change })}`;
    const preview = await agent.get(to);
    const hidden = [...preview.document.querySelectorAll<HTMLInputElement>("main input[type=hidden]")];
    const sent = (name: string) => hidden.filter((one) => one.name === name).map(({ value }) => value);
    return words(await agent.submit(to, { id: sent("id"), change: sent("change"), chosen: sent("chosen") }));
  };
  expect(await change(found, "away:spam")).toContain("26 tickets are changed.");
  expect(subjects(await agent.get("/staff/support"))).toEqual(["First", "Second"]);
  const away = await agent.get("/staff/support?away=spam&chosen=found");
  expect([...away.document.querySelectorAll("[name=change] option")].map((one) => one.textContent)).toEqual([
    "What to do…",
    "Restore",
  ]);
  expect(await change("away=spam", "away:none")).toContain("26 tickets are changed.");
  expect(subjects(await agent.get("/staff/support"))).toHaveLength(25);
});

test("a view of the queue keeps its filters under a name, and says how many tickets its reader sees there", async () => {
  const { ada, gus, mona } = people;
  const [agent, other] = [await signedIn(gus), await signedIn(mona)];
  const saved = await agent.submit("/staff/support/views?q=first&sort=newest", { name: "About first", isShared: "on" });
  expect(subjects(saved)).toEqual(["First"]);
  const countOf = ({ document }: Page, name: string) =>
    [...document.querySelectorAll("main a.segment")]
      .find((one) => one.querySelector("bdi")?.textContent === name)
      ?.querySelector("span")?.textContent;
  const view = "/staff/support?view=about-first";
  // Words would have to be looked for each time that any view is shown.
  expect(countOf(saved, "About first")).toBe("…");
  expect(countOf(saved, "All")).toBe("2");
  await agent.submit("/staff/support/views?priority=medium", { name: "Medium", isShared: "on" });
  expect(countOf(await other.get(view), "Medium")).toBe("2");
  await restrictTicket(db, { viewer: ada, number: first, isRestricted: true });
  const hidden = await other.get(view);
  expect(subjects(hidden)).toEqual([]);
  expect(countOf(hidden, "Medium")).toBe("1");
  expect(countOf(await other.get("/staff/support"), "All")).toBe("1");
  const edit = saved.document.querySelector('a[href^="/staff/support/views/"]')?.getAttribute("href") ?? "";
  expect((await other.post(edit, { name: "Mine" })).status).toBe(404);
  expect((await other.post(edit.replace("support", "inbox"), { name: "Mine" })).status).toBe(404);
  await agent.submit(edit, { name: "Alone" });
  expect((await other.get(view)).status).toBe(404);
  await changeRole(db, { viewer: ada, userId: gus.id, role: "moderator" });
  await changeRole(db, { viewer: ada, userId: gus.id, role: "agent" });
  expect((await agent.get(view)).status).toBe(404);
});
