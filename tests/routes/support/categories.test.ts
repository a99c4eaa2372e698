import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { ticketCategories, tickets } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../../support/app";
import { type Page, signedIn, Visitor, words } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { addCategory } from "../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "ben", User>;
let printing = 0;
let login = 0;

beforeEach(async () => {
  people = await cast("ada", "ben");
  printing = await addCategory("Printing");
  login = await addCategory("Login");
});

const at = (id: number | "" = "") => `/staff/support/settings/categories/${id}`;
const draft = { "names.en": "Printing", "names.de": "Drucken", usualPriority: "high", position: "2" };
const asking = { ...draft, "templates.en": "**Which printer?**\n\n**Which paper?**", "templates.de": "**Welcher?**" };

const textIn = ({ document }: Page) => document.querySelector("textarea[name=body]")?.textContent;

test("an administrator names categories in each language, adds and archives them; one stays", async () => {
  const adas = await signedIn(people.ada);
  await adas.submit(at(printing), asking);
  await adas.submit(at(), { "names.ar": "الفوترة", usualPriority: "low", position: "9" });
  const offered = async (visitor: Visitor, language = "en") =>
    [
      ...(await visitor.get("/support/new", { "Accept-Language": language })).document.querySelectorAll(
        "select[name=categoryId] option",
      ),
    ]
      .map(({ textContent }) => textContent)
      .slice(1);
  expect(await offered(adas)).toEqual(["Login", "Printing", "الفوترة"]);
  expect(await offered(new Visitor(), "de")).toEqual(["Login", "Drucken", "الفوترة"]);

  const nameless = await adas.post(at(login), { usualPriority: "low" });
  expect([nameless.status, words(nameless)]).toEqual([422, expect.stringContaining("in one language at least")]);
  await adas.submit(at(login), { "names.en": "Login", usualPriority: "low", isArchived: "on" });
  expect(await offered(adas)).toEqual(["Printing", "الفوترة"]);
  expect(words(await adas.get(at()))).toContain("Archived");
  await db.update(ticketCategories).set({ archivedAt: new Date() }).where(eq(ticketCategories.position, 9));
  const last = await adas.post(at(printing), { ...asking, isArchived: "on" });
  expect([last.status, words(last)]).toEqual([422, expect.stringContaining("One category has to stay")]);
  expect((await (await signedIn(people.ben)).post(at(printing), draft)).status).toBe(403);
});

test("a ticket begins with what its category asks, whoever wrote something keeps it, and the questions alone are no text", async () => {
  const adas = await signedIn(people.ada);
  await adas.submit(at(printing), asking);
  const bens = await signedIn(people.ben);
  const page = await bens.get("/support/new");
  const templates = [...page.document.querySelectorAll("chosen-template [data-value]")];
  expect(templates.map((one) => [one.getAttribute("data-value"), one.textContent])).toEqual([
    [String(printing), asking["templates.en"]],
  ]);
  expect(textIn(page)).toBe("");
  expect(textIn(await bens.get(`/support/new?category=${printing}`))).toBe(asking["templates.en"]);

  const sent = { id: uuid(), subject: "No paper", categoryId: String(printing) };
  const shown = await bens.post("/support/new?show=template", { ...sent, body: "" });
  expect([shown.status, textIn(shown)]).toEqual([200, asking["templates.en"]]);
  expect(shown.document.querySelector("[name=subject]")?.getAttribute("value")).toBe("No paper");
  expect(shown.document.querySelector("[name=id]")?.getAttribute("value")).toBe(sent.id);
  const other = await bens.post("/support/new?show=template", {
    ...sent,
    categoryId: String(login),
    body: asking["templates.en"],
  });
  expect(textIn(other)).toBe("");
  expect(textIn(await bens.post("/support/new?show=template", { ...sent, body: "It burns" }))).toBe("It burns");

  const untouched = await bens.post("/support/new", { ...sent, body: "**Which printer?** **Which paper?**" });
  expect([untouched.status, words(untouched)]).toEqual([422, expect.stringContaining("only the template")]);
  expect(await db.$count(tickets)).toBe(0);
});

test("what the confirmation says is seen before it is sent, in the language of its requester", async () => {
  const adas = await signedIn(people.ada);
  const seen = async (language: string, body: string) =>
    JSON.parse((await adas.post(`/staff/settings/confirmation?language=${language}`, { body })).html).html as string;
  expect(await seen("en", "{{name}}: <b>{{ number }}</b> ({{category}})")).toContain(
    "Ada: &lt;b&gt;ST-2026-0001&lt;/b&gt; (Technical issue)",
  );
  expect(await seen("ar", "{{category}}")).toMatch(/dir="rtl".*مشكلة تقنية/s);
  const page = await adas.get("/staff/settings/support");
  expect(words(page)).toContain("What the confirmation says");
});
