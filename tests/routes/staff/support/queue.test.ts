import { beforeEach, expect, test } from "vitest";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../../../support/app";
import { type Page, signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { useDatabase } from "../../../support/database";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

let people: Record<"gus" | "mona" | "milo" | "ben", User>;

beforeEach(async () => {
  people = await cast("gus", "mona", "milo", "ben");
  const categoryId = await addCategory("Printing");
  for (const subject of ["First", "Second"]) await ask(people.ben, { categoryId, subject });
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
