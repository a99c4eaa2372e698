import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { posts } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { editBoard } from "~/models/feedback/boards/edit-boards.server";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { useApp } from "../support/app";
import { type Page, signedIn, Visitor } from "../support/browser";
import { addBoard, bug, cast, idea } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

let people: Record<"ada" | "ben", User>;
let app = 0;
const template = "## Who needs it?\n\n## What for?";

beforeEach(async () => {
  people = await cast("ada", "ben");
  app = await addBoard();
  await addBoard("web");
  await addBoard("team", "staff");
});

const fields = { slug: "app", name: "App", description: "", visibility: "public", position: 0 } as const;
const begin = (templates: { ideaTemplate?: string; bugTemplate?: string }) =>
  editBoard(db, { viewer: people.ada, id: app, draft: { ...fields, ...templates } });

const textIn = ({ document }: Page, name = "body") => document.querySelector(`textarea[name=${name}]`)?.textContent;

test("an administrator gives a board its templates, and takes them away", async () => {
  const adas = await signedIn(people.ada);
  const sent = { ...fields, ideaTemplate: template, bugTemplate: "Device:" };
  await adas.submit(`/staff/boards/${app}`, sent);
  const page = await adas.get(`/staff/boards/${app}`);
  expect([textIn(page, "ideaTemplate"), textIn(page, "bugTemplate")]).toEqual([template, "Device:"]);
  await adas.submit(`/staff/boards/${app}`, { ...sent, ideaTemplate: "" });
  const after = await adas.get(`/staff/boards/${app}`);
  expect([textIn(after, "ideaTemplate"), textIn(after, "bugTemplate")]).toEqual(["", "Device:"]);
  const tooLong = await adas.post(`/staff/boards/${app}`, { ...sent, bugTemplate: "x".repeat(5001) });
  expect([tooLong.status, textIn(tooLong, "ideaTemplate")]).toEqual([422, template]);
});

test("the form begins with the template of the board and the kind that its address names", async () => {
  await begin({ ideaTemplate: template, bugTemplate: "Device:" });
  const bens = await signedIn(people.ben);
  const begins = async (query: string) => textIn(await bens.get(`/posts/new?${query}`));
  expect(await begins("board=app&kind=idea")).toBe(template);
  expect(await begins("board=app&kind=bug")).toBe("Device:");
  expect(await begins("board=web&kind=idea")).toBe("");
  const page = await bens.get("/posts/new?board=web&kind=idea");
  const kinds = [...page.document.querySelectorAll("nav a.segment")].map((link) => link.getAttribute("href"));
  expect(kinds).toEqual(["/posts/new?kind=idea&board=web", "/posts/new?kind=bug&board=web"]);
});

test("a template that nobody touched is no text, and the form says so", async () => {
  await begin({ ideaTemplate: template });
  const bens = await signedIn(people.ben);
  const draft = { id: uuid(), kind: "idea", title: "Dark mode at night", boardId: app };
  const refused = await bens.post("/posts/new", { ...draft, body: `${template.replaceAll("\n", "\r\n")}\r\n ` });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("So far this is only the template.");
  expect(textIn(refused)).toContain("Who needs it?");
  const posted = await bens.post("/posts/new", { ...draft, body: `${template}\n\nMe, at night.` });
  expect(posted.status).toBe(303);
});

test("a bug that says what happens goes without the template that is untouched; one that says nothing does not", async () => {
  await begin({ bugTemplate: "Device:" });
  const nothing = bug(app, { body: "Device:", actual: "", steps: "", expected: "" });
  const submit = (draft: typeof nothing) => submitPost(db, { viewer: people.ben, id: uuid(), draft });
  await expect(submit(nothing)).rejects.toThrow("templateUntouched");
  await submit(bug(app, { body: "Device:" }));
  await submit(idea(app, { body: "Device: a phone" }));
  const found = await db.select({ body: posts.bodyMarkdown }).from(posts).orderBy(posts.number);
  expect(found.map(({ body }) => body)).toEqual(["", "Device: a phone"]);
});

test("nobody learns of the template of a board that they do not see", async () => {
  const [, , team] = [app, 0, 3];
  const secret = { ...fields, slug: "team", visibility: "staff", ideaTemplate: "A secret template" } as const;
  await editBoard(db, { viewer: people.ada, id: team, draft: secret });
  const bens = await signedIn(people.ben);
  expect((await bens.get("/posts/new?board=team&kind=idea")).html).not.toContain("A secret template");
  expect((await (await signedIn(people.ada)).get("/posts/new?board=team")).html).toContain("A secret template");
  expect((await new Visitor().get("/posts/new?board=team")).status).toBe(303);
});
