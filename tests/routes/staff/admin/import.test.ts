import { beforeEach, expect, test, vi } from "vitest";
import { boards, comments, deliveries, events, importChunks, imports, importUploads, posts, votes } from "#db/schema";
import { uploadLimits } from "~/models/admin/imports/uploads/limits";
import type { User } from "~/models/core/users/viewer";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { useApp } from "../../../support/app";
import { type Page, signedIn, Visitor, words } from "../../../support/browser";
import { addBoard, cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { fiderBackup } from "../../../support/fider-backup";
import { runJobs } from "../../../support/jobs";
import { quackbackExport } from "../../../support/quackback-export";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "ben", User>;
let ada: Visitor;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  ada = await signedIn(people.ada);
});

const csv = `title,body,status,category,author,email,id
Dark mode,At night,Complete,,Ines,ines@example.com,1
Print,On paper,Waiting for parts,Desk,Jo,jo@example.com,2
,No title,Open,,Jo,,3
`;

/** Sends a file as the form does. */
const send = (visitor: Visitor, content: string | Buffer, name = "old portal.csv"): Promise<Page> =>
  visitor.upload("/staff/import/files", { file: new File([new Uint8Array(Buffer.from(content))], name) });

/** Sends a file and has it looked at. Resolves to the address of its page. */
async function lookAt(content: string | Buffer, name?: string): Promise<string> {
  const { location } = await send(ada, content, name);
  await runJobs();
  return location ?? "";
}

/** The form of a page as it stands there, with what is changed. */
function filledIn(page: Page, changes: Record<string, string> = {}): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const input of page.document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    "form:has([name=step]) input, form:has([name=step]) select",
  )) {
    fields[input.name] = [...(fields[input.name] ?? []), input.value];
  }
  for (const [name, value] of Object.entries(changes)) {
    const [field = "", at = "0"] = name.split(" ");
    const values = fields[field] ?? [];
    values[Number(at)] = value;
    fields[field] = values;
  }
  return fields;
}

test("only administrators send files, see imports and take them back", async () => {
  const path = await lookAt(csv);
  for (const address of ["/staff/import", path, `${path}/undo`]) {
    expect(decodeURIComponent((await new Visitor().get(address)).location ?? "")).toBe(`/sign-in?next=${address}`);
    for (const person of [people.mona, people.ben]) {
      const visitor = await signedIn(person);
      expect((await visitor.get(address)).status, address).toBe(403);
      expect((await send(visitor, csv)).status).toBe(403);
      for (const form of [path, `${path}/undo`, `${path}/discard`]) {
        expect((await visitor.post(form, { step: "import" })).status, form).toBe(403);
      }
    }
  }
  expect((await send(new Visitor(), csv)).location).toBe("/sign-in?next=/staff/import");
  const foreign = await ada.upload("/staff/import/files", { file: new File([csv], "a.csv") }, "https://evil.example");
  expect(foreign.status).toBe(403);
  expect(await db.$count(importUploads)).toBe(1);
});

test("a file is looked at first, and the page says what would become of it", async () => {
  const path = await lookAt(csv);
  const page = await ada.get(path);
  expect(page.status).toBe(200);
  const text = words(page);
  expect(text).toContain("CSV file with posts");
  expect(text).toContain("Posts2");
  expect(text).toContain("People2");
  expect(text).toContain("Refused rows1");
  expect(text).toContain("Line 4: it has no title.");
  expect(text).toContain("The status “Waiting for parts” is none of ours: open (rows: 1)");
  expect(text).toContain("Dark mode");
  expect(page.document.querySelector('option[value="none"]:checked')).not.toBeNull();
  expect(page.html).not.toContain("ines@example.com");
  for (const table of [posts, imports, boards]) expect(await db.$count(table)).toBe(0);
});

test("an encoding is shown with a line in it, can be said to be another, and what no column is for is named", async () => {
  const path = await lookAt(
    Buffer.from("title;status;Budget\n\xD2\xB8\xEC\xED\xE0\xFF \xF2\xE5\xEC\xE0;Done;3\n", "latin1"),
  );
  const text = words(await ada.get(path));
  expect(text).toContain("Written inWINDOWS-1251");
  expect(text).toContain("A line of itТёмная тема;Done;3");
  expect(text).toContain("Columns that nothing is taken fromBudget");
  expect(text).toContain("As understood: Shipped");
  await ada.submit(path, { ...filledIn(await ada.get(path), { encoding: "koi8-r" }), step: "import" });
  await runJobs();
  expect(words(await ada.get(path))).toContain("Written inKOI8-R");
  expect(await db.$count(posts)).toBe(0);
});

test("dates that could be two days are asked for, and nothing is imported before somebody has said", async () => {
  const path = await lookAt("title,created\nDark mode,03/04/2025 10:15\n");
  const page = await ada.get(path);
  expect(words(page)).toContain("Dates such as “03/04/2025 10:15” could be two days");
  expect(page.document.querySelector('[name=step][value="import"]')).toBeNull();
  const early = await ada.post(path, { ...filledIn(page), step: "import" });
  expect(early.status).toBe(409);
  await ada.submit(path, { ...filledIn(page, { dates: "day-first" }), step: "check" });
  await runJobs();
  const asked = await ada.get(path);
  expect(words(asked)).toContain("The day first (03/04/2025 10:15)");
  await ada.post(path, { ...filledIn(asked), step: "import" });
  await runJobs();
  expect((await db.select().from(posts))[0]?.createdAt.toISOString()).toBe("2025-04-03T10:15:00.000Z");
});

test("what not everybody could see elsewhere is said to stay there", async () => {
  const text = words(await ada.get(await lookAt(quackbackExport(), "export.zip")));
  expect(text).toContain("Export of Quackback");
  expect(text).toMatch(/Comments that not everybody could see there, and so left out: [1-9]/);
});

test("columns, statuses, source and board are chosen, looked at again, and imported", async () => {
  const app = await addBoard("app");
  const path = await lookAt("Summary;Name;State\nDark mode;Long text;Complete\n");
  const page = await ada.get(path);
  // Its third column is read as the status, so the ninth choice of a column is none.
  const changed = filledIn(page, {
    source: "canny",
    board: String(app),
    "column 0": "0",
    "column 1": "1",
    "here 0": "planned",
  });
  const sent = await ada.submit(path, { ...changed, step: "import" });
  expect(words(sent)).toContain("Being looked at");
  expect(await db.$count(posts)).toBe(0);
  await runJobs();
  const again = await ada.get(path);
  await ada.post(path, { ...filledIn(again), step: "import" });
  await runJobs();
  const [post] = await db.select().from(posts);
  expect(post).toMatchObject({
    title: "Dark mode",
    bodyMarkdown: "Long text",
    status: "planned",
    source: "canny",
    boardId: app,
  });
});

test("an import is written by the job, listed with what it brought, and nobody is mailed", async () => {
  const path = await lookAt(fiderBackup(), "backup.zip");
  await ada.submit(path, { ...filledIn(await ada.get(path)), step: "import" });
  const [waiting] = await db.select().from(importUploads);
  expect(waiting).toMatchObject({ state: "importing", done: 0 });
  expect(words(await ada.get(path))).toContain("0 of 10 rows");
  expect((await ada.get(path)).document.querySelector("page-watch progress")).not.toBeNull();
  await runJobs();
  const list = words(await ada.get("/staff/import"));
  expect(list).toContain("backup.zip");
  expect(list).toMatch(/Ada · backup.zip or posts.csv of Fider/);
  expect(list).toContain("Imported");
  expect(list).toContain("Posts2");
  expect(list).toContain("Comments1");
  expect(list).toContain("People3");
  expect(await db.$count(importChunks)).toBe(0);
  expect(await db.$count(deliveries)).toBe(0);
  expect((await db.select().from(events)).find(({ type }) => type === "import.requested")?.actorId).toBe(people.ada.id);
});

test("an import is taken back after a page that says what goes and what stays", async () => {
  const path = await lookAt(csv);
  await ada.post(path, { ...filledIn(await ada.get(path)), step: "import" });
  await runJobs();
  await castVote(db, { viewer: people.ben, number: 2 });
  const page = words(await ada.get(`${path}/undo`));
  expect(page).toContain("Posts that go, with all that came with them: 1");
  expect(page).toContain("Posts that stay, because people have added to them since: 1");
  expect(page).toContain("Print");
  // Ben's, and those of the two authors.
  expect(await db.$count(votes)).toBe(3);
  expect(words(await ada.submit(`${path}/undo`))).toContain("Being taken back");
  expect((await ada.post(`${path}/undo`)).status).toBe(404);
  await runJobs({}, { twice: true });
  expect(words(await ada.get(path))).toContain("Taken back");
  expect((await ada.get(`${path}/undo`)).status).toBe(404);
  expect((await db.select().from(posts)).map(({ deletedAt }) => deletedAt === null).sort()).toEqual([false, true]);
  const undone = (await db.select().from(events)).find(({ type }) => type === "import.undone");
  expect(undone).toMatchObject({ actorId: people.ada.id, data: { count: 1 } });
});

test("a file that is none of ours is refused in words, and can be read in another way or forgotten", async () => {
  const path = await lookAt("Summary,Text\nA,B\n");
  const page = await ada.get(path);
  expect(words(page)).toContain("No column is known to hold the titles.");
  expect(words(await ada.get("/staff/import"))).toContain("Failed");
  expect(page.html).toContain("Summary");
  await ada.post(path, { ...filledIn(page, { "column 0": "0" }), step: "check" });
  await runJobs();
  expect(words(await ada.get(path))).toContain("Posts1");
  const wrong = filledIn(await ada.get(path), { format: "github" });
  await ada.post(path, { ...wrong, step: "check" });
  await runJobs();
  expect(words(await ada.get(path))).toContain("does not look like this: Issues of GitHub");
  expect((await ada.submit(`${path}/discard`)).html).toContain("The file is forgotten.");
  expect((await ada.get(path)).status).toBe(404);
  expect(await db.$count(importChunks)).toBe(0);
});

test("a form that no page has is refused", async () => {
  const path = await lookAt(csv);
  const fields = filledIn(await ada.get(path));
  expect((await ada.post(path, { ...fields, board: "x", step: "import" })).status).toBe(422);
  expect((await ada.post(path, { ...fields, here: ["nowhere", "open"], step: "import" })).status).toBe(400);
  expect(await db.$count(posts)).toBe(0);
});

test("no file, an empty one and one that is too large are refused in words, and nothing of them stays", async () => {
  const limit = vi.spyOn(uploadLimits as { bytes: number }, "bytes", "get").mockReturnValue(300_000);
  for (const content of ["", undefined]) {
    const page = await (content === undefined ? ada.upload("/staff/import/files", {}) : send(ada, content));
    expect(words(await ada.get(page.location ?? ""))).toContain("Please choose a file that is not empty.");
  }
  const declared = await send(ada, "x".repeat(400_000));
  expect(words(await ada.get(declared.location ?? ""))).toContain("This file is too large: at most 0.3 MB");
  limit.mockRestore();
  expect(await db.$count(importUploads)).toBe(0);
  expect(await db.$count(importChunks)).toBe(0);
});

test("a file of several pieces arrives as it was, though bodies elsewhere are small", async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `Post ${i},${"é".repeat(300)},${i}\n`).join("");
  const content = `title,body,id\n${rows}`;
  const path = await lookAt(content);
  const chunks = await db.select().from(importChunks).orderBy(importChunks.place);
  expect(chunks.length).toBeGreaterThan(4);
  expect(Buffer.concat(chunks.map(({ bytes }) => bytes)).equals(Buffer.from(content))).toBe(true);
  expect(words(await ada.get(path))).toContain("Posts3,000");
  expect(words(await ada.get(path))).not.toContain("Refused rows");
  expect((await ada.upload("/staff/boards", { file: new File([rows], "a.csv") })).status).toBe(413);
});

test("what is under way is neither imported twice nor taken back", async () => {
  const path = await lookAt(csv);
  const fields = filledIn(await ada.get(path));
  expect((await ada.get(`${path}/undo`)).status).toBe(404);
  await ada.post(path, { ...fields, step: "import" });
  const again = await ada.post(path, { ...fields, step: "import" });
  expect(again.status).toBe(409);
  await ada.submit(`${path}/discard`);
  expect(await db.$count(importUploads)).toBe(1);
  await runJobs({}, { twice: true });
  expect(await db.$count(posts)).toBe(2);
  expect(await db.$count(imports)).toBe(1);
  expect(await db.$count(comments)).toBe(0);
});
