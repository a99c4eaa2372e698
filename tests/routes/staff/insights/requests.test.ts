import { beforeEach, expect, test } from "vitest";
import { companies } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp();

let people: Record<"ben" | "milo" | "mona", User>;
beforeEach(async () => {
  people = await cast("ben", "milo", "mona");
  const board = await addBoard();
  await post(people.ben, idea(board));
  await post(people.ben, idea(board, { title: "Export" }));
  await castVote(db, { viewer: people.ben, number: 1 });
  await movePost(db, { viewer: people.mona, number: 2, from: "open", move: { to: "declined", answer: "No." } });
  await refreshFigures(db);
});

test("a maintainer sorts, filters, opens a calculation and follows it to the post, without JavaScript", async () => {
  const mona = await signedIn(people.mona);
  const page = await mona.get("/staff/requests?status=all&sort=votes&dir=asc");
  expect(page.document.querySelectorAll("tbody tr")).toHaveLength(2);
  const sorted = page.document.querySelector("th[aria-sort]");
  expect(sorted?.getAttribute("aria-sort")).toBe("ascending");
  expect(sorted?.querySelector("a")?.getAttribute("href")).toBe("/staff/requests?status=all&sort=votes");
  expect(page.document.querySelector("tbody details")?.textContent).toContain("Reach (companies)");
  const live = await mona.get("/staff/requests");
  expect(words(live)).toContain("Dark mode at night");
  expect(words(live)).not.toContain("Export");
  expect(words(await mona.get("/staff/requests/1"))).toContain("example.com");
  expect((await mona.get("/staff/requests/9")).status).toBe(404);
});

test("nobody but maintainers sees any of it", async () => {
  const milo = await signedIn(people.milo);
  for (const path of ["requests", "requests/1", "requests/weights", "insights", "companies", "companies/upload"]) {
    expect((await milo.get(`/staff/${path}`)).status, path).toBe(403);
  }
});

test("effort and weights are set by forms, and what is wrong comes back with a sentence", async () => {
  const mona = await signedIn(people.mona);
  const set = await mona.submit("/staff/requests/1/effort", { effort: "8" });
  expect(set.document.querySelector<HTMLOptionElement>("select[name=effort] option[selected]")?.value).toBe("8");
  const rice = await mona.get("/staff/requests/weights?preset=rice");
  expect(rice.document.querySelector("select[name=method] option[selected]")?.textContent).toBe("RICE");
  const weights = { method: "rice", votes: "2", reach: "1,5", value: "1", momentum: "0", effort: "0" };
  const wrong = await mona.post("/staff/requests/weights", { ...weights, votes: "-1" });
  expect(wrong.status).toBe(422);
  expect(words(wrong)).toContain("Please enter a number from 0 to 1000,");
  expect(wrong.document.querySelector<HTMLInputElement>("[name=reach]")?.value).toBe("1,5");
  const kept = await mona.submit("/staff/requests/weights", weights);
  expect(kept.html).toContain("Every post is scored by these weights now.");
  expect(kept.document.querySelector("tbody details")?.textContent).toContain("Confidence");
});

test("charts are pictures with a name, a description and a table whose numbers open as many posts", async () => {
  const mona = await signedIn(people.mona);
  const page = await mona.get("/staff/insights");
  const drawings = [...page.document.querySelectorAll("svg[role=img]")];
  expect(drawings).toHaveLength(2);
  for (const drawing of drawings) {
    const [title, description] = (drawing.getAttribute("aria-labelledby") ?? "").split(" ");
    expect(page.document.getElementById(title ?? "")?.tagName).toBe("title");
    expect(page.document.getElementById(description ?? "")?.textContent).not.toBe("");
  }
  expect(page.document.querySelectorAll("main [style]")).toHaveLength(0);
  const links = [...page.document.querySelectorAll<HTMLAnchorElement>("main a[href*='did=']")];
  expect(links.length).toBeGreaterThanOrEqual(5);
  // A median and a share open the posts that they are of, as does the number of these.
  const pathOf = (link: Element) => link.getAttribute("href") ?? "";
  for (const path of new Set(links.map(pathOf))) {
    const count = (await mona.get(path)).document.querySelectorAll("tbody tr").length;
    const shown = links.filter((link) => pathOf(link) === path).map(({ textContent }) => textContent);
    expect(shown, path).toContain(String(count));
  }
  const numbers = [...page.document.querySelectorAll("main td, main dd")].filter(
    ({ textContent }) => textContent !== "0",
  );
  expect(numbers.filter((cell) => !cell.querySelector("a")).map(({ textContent }) => textContent)).toEqual([]);
  expect((await mona.submit("/staff/requests/count")).html).toContain("Everything is counted anew");
});

test("companies are uploaded after a look, edited and removed", async () => {
  const mona = await signedIn(people.mona);
  const csv = "domain,name,value\nacme.com,=Acme,5000\ngmail.com,G,1";
  const checked = await mona.post("/staff/companies/upload", { csv, mode: "merge", step: "check" });
  expect(words(checked)).toMatch(/New\s*1.*Line 3: this is no domain of a company/);
  expect(await db.select().from(companies)).toHaveLength(0);
  const again = checked.document.querySelector<HTMLInputElement>("input[name=csv]")?.value ?? "";
  const written = await mona.submit("/staff/companies/upload", { csv: again, mode: "merge", step: "write" });
  expect(written.html).toContain("1 company kept.");
  expect(words(written)).toContain("Acme");
  const bad = await mona.post("/staff/companies/upload", { csv: "a,b\n1,2", mode: "merge", step: "check" });
  expect(bad.status).toBe(422);
  expect(words(bad)).toContain("The first row must name the columns");
  const wrong = await mona.post("/staff/companies/acme.com", { domain: "acme.com", name: "Acme", value: "much" });
  expect(words(wrong)).toContain("Please enter an amount");
  await mona.submit("/staff/companies/acme.com", { domain: "acme.com", name: "Acme Inc", value: "7000" });
  expect(words(await mona.get("/staff/companies"))).toMatch(/Acme Inc.*7,000/);
  expect(words(await mona.submit("/staff/companies/acme.com/remove"))).toContain("No company.");
});
