import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { ticketSuggestions } from "#db/schema";
import { isHeldOut } from "~/models/support/deflection/held-out.server";
import { useApp } from "../../support/app";
import { addArticle } from "../../support/articles";
import { signedIn, Visitor, words } from "../../support/browser";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { addCategory } from "../../support/tickets";

useDatabase();
useApp();

const asked = { subject: "Dark colours at night", body: "How?" };

/** Forms of which the first are shown suggestions, and the last is not. */
function forms(count: number): string[] {
  const ids: string[] = [];
  while (ids.length < count) {
    const id = uuid();
    if (isHeldOut(id) === (ids.length === count - 1)) ids.push(id);
  }
  return ids;
}

const suggest = async (visitor: Visitor, id: string, words: object = asked) => {
  const page = await visitor.post("/support/similar", { id, ...words }, { Accept: "application/json" });
  return JSON.parse(page.html) as { html: string; sentence: string };
};

test("guests are suggested what is public, the tenth of them nothing, and what comes of it is counted apart", async () => {
  const { cleo, gus, mona } = await cast("cleo", "gus", "mona");
  for (const audience of ["public", "staff"])
    await addArticle(mona, { title: `Dark colours at night, ${audience}`, audience });
  await post(cleo, idea(await addBoard(), { title: asked.subject }));
  await post(cleo, idea(await addBoard("inner", "members"), { title: "Colours at night, dark" }));
  await post(gus, idea(await addBoard("team", "staff"), { title: "At night dark colours" }));
  const [said = "", supposed = "", sent = "", refused = "", heldOut = ""] = forms(5);
  const guest = new Visitor();
  const found = await suggest(guest, said);
  expect(found.html).toContain('href="/posts/1/dark-colours-at-night"');
  expect(found.html).toContain('href="/help/articles/1/dark-colours-at-night-public"');
  expect(found.html).not.toMatch(/posts\/[23]|articles\/2/);
  expect(found.sentence).toBe("There are 2 answers that may fit, below the subject.");
  for (const id of [supposed, sent, refused]) await suggest(guest, id);
  expect(await suggest(guest, heldOut)).toEqual({ html: "", sentence: "" });
  // What has nothing in common with any post, and what is no form, is not counted.
  expect((await suggest(guest, uuid(), { subject: "Quicker start" })).html).toBe("");
  expect((await guest.post("/support/similar", { id: "1", ...asked })).status).not.toBe(200);

  for (const id of [said, supposed, sent]) await guest.post("/support/similar/opened", { id });
  const answered = await guest.post("/support/answered", { id: said, post: "1" });
  expect(answered.location).toBe("/posts/1");
  const form = { name: "Zoe", email: "zoe@example.org", ...asked, categoryId: await addCategory() };
  const byArticle = await guest.post("/support/answered", { id: said, article: "1" });
  expect(byArticle.location).toBe("/help/articles/1");
  expect((await guest.post("/support/answered", { id: said })).status).not.toBe(303);
  await guest.post("/support/new", { id: sent, ...form });
  const back = await guest.post("/support/new", { id: refused, ...form, subject: " " });
  expect(back.document.querySelector<HTMLInputElement>("[name=id]")?.value).toBe(refused);
  expect(await db.$count(ticketSuggestions)).toBe(5);
  await db.update(ticketSuggestions).set({ startedAt: new Date(Date.now() - 2 * 60 * 60_000) });

  const agent = await signedIn(gus);
  const rows = async () => {
    const page = await agent.get("/staff/support/suggestions");
    return [...page.document.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.textContent),
    );
  };
  expect(await rows()).toEqual([
    ["4", "3", "1", "1", "1", "75%"],
    ["1", "0", "0", "0", "0", "100%"],
  ]);
  // Of the last hour, nobody knows yet.
  await db.update(ticketSuggestions).set({ startedAt: new Date() });
  expect((await rows())[0]?.[0]).toBe("0");
  expect(words(await (await signedIn(cleo)).get("/staff/support/suggestions"))).toContain(
    "Your account may not do this",
  );
});
