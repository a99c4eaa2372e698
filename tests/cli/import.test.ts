import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { asc, count, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { boards, posts, tags, users } from "#db/schema";
import { readOptions } from "~/cli/import/options";
import { runImport } from "~/cli/import/run-import.server";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { everyPost } from "~/models/feedback/posts/list-filter";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { db, useDatabase } from "../support/database";
import { importInto } from "../support/import-command";
import { useTemporaryFolder } from "../support/temporary-folder";

useDatabase();
const folder = useTemporaryFolder();
const run = importInto(folder);

const fixture = "tests/fixtures/feedback.csv";
/** 1,500 reports of real people, which are no part of this repository. */
const realFile = path.resolve("../shared/data/issues.csv");

test("a file is imported, and a second run imports nothing twice", async () => {
  expect(await run(fixture)).toContain("8 imported, 1 already here, 2 refused.");
  expect(await run(fixture)).toContain("0 imported, 9 already here, 2 refused.");
  const rows = await db
    .select({
      number: posts.number,
      title: posts.title,
      kind: posts.kind,
      status: posts.status,
      board: boards.name,
      author: users.name,
      email: users.email,
      createdAt: sql<string>`to_char(${posts.createdAt} at time zone 'UTC', 'YYYY-MM-DD HH24:MI')`,
    })
    .from(posts)
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .innerJoin(users, eq(users.id, posts.authorId))
    .orderBy(asc(posts.number));
  const ines = { author: "Ines", email: "ines@example.com" };
  const nobody = { author: "feedback", email: null };
  expect(rows).toMatchObject([
    { number: 1, kind: "idea", status: "under_review", board: "portal", createdAt: "2023-04-01 09:30", ...ines },
    { number: 2, kind: "bug", status: "fixed", board: "portal", createdAt: "2023-04-02 10:00", ...ines },
    { number: 3, kind: "idea", status: "declined", createdAt: "2023-04-03 11:15", author: "Jo", email: null },
    { number: 4, kind: "idea", status: "planned", board: "mobile", createdAt: "2023-04-04 09:20", ...nobody },
    { number: 5, kind: "idea", status: "open", title: '=HYPERLINK("https://example.com")', ...nobody },
    { number: 6, kind: "bug", status: "open", createdAt: "2023-04-06 00:00", author: "Jo", email: "jo@example.com" },
    { number: 7, kind: "idea", status: "open", title: "Dark mode", author: "Jo", email: null },
    { number: 8, kind: "idea", status: "in_progress", title: "شكرا على البوابة", ...nobody },
  ]);
  expect((await db.select({ name: tags.name }).from(tags)).map(({ name }) => name).sort()).toEqual([
    "a11y",
    "export",
    "print",
    "question",
    "sync",
  ]);
});

test("what was imported is there to be read, and harmless", async () => {
  await run(fixture);
  const list = await listPosts(db, null, { ...everyPost, status: "all", board: "portal", sort: "new" });
  expect(list.posts.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(list.posts[1]?.excerpt).toBe("Steps: Type 😀 as a name Save");
  const post = await findPost(db, null, 3);
  expect(post?.bodyHtml).toContain("I <b>cannot</b> find it.");
  expect(post?.bodyHtml).not.toContain("<script");
});

test("it says what it understood of the file", async () => {
  const said = await run(fixture);
  expect(said).toContain("UTF-8, separated by commas");
  for (const line of [
    /title +from “Title”/,
    /body +from “Details”/,
    /board +from “Project”/,
    /email +from “Author Email”/,
    /votes +from “Votes”/,
    /no column for url, number/,
    /source +“feedback”, each post known by its id/,
    /11 rows, 2 refused/,
    /boards +mobile \(acme\/mobile\) 5, portal \(acme\/portal\) 4/,
    /1 row: the status “Waiting for parts” is none of ours: open/,
  ]) {
    expect(said).toMatch(line);
  }
});

test("every refused row is reported with its line and the reason", async () => {
  const said = await run(fixture);
  expect(said).toMatch(/ 18 {2}it has no title/);
  expect(said).toMatch(/ 20 {2}it has 12 columns and should have 11 \(it ends in line 20\)/);
  expect(said).toMatch(/1 row: the date cannot be read and is left out, such as “soon”/);
  expect(existsSync(path.join(folder.path, "feedback.refused.csv"))).toBe(false);
});

test("when more rows are refused than a screen holds, all of them are in a file", async () => {
  const rows = Array.from({ length: 70 }, (_, i) => `,text ${i}`);
  const file = await folder.write(`title,body\nGood,text\n${rows.join("\n")}\n`, "many.csv");
  const said = await run(file, "--dry-run");
  expect(said.match(/it has no title/g)).toHaveLength(50);
  expect(said).toContain("and 20 more");
  const list = readFileSync(path.join(folder.path, "many.refused.csv"), "utf8").trim().split("\n");
  expect(list).toHaveLength(71);
  expect(list[0]).toBe("line,reason");
  expect(list.at(-1)).toBe('72,"it has no title"');
});

test("a dry run shows a few posts and never touches the database", async () => {
  const options = readOptions([fixture, "--dry-run"]);
  const said: string[] = [];
  const withDatabase = () => Promise.reject(new Error("The database was opened."));
  if (options && !("undo" in options))
    await runImport(options, { print: (line) => said.push(line), withDatabase, isTerminal: false, folder: "." });
  expect(said.join("\n")).toContain(
    "  Export a board as PDF\n    idea · under_review · acme/portal · export · print · Ines",
  );
  expect(said.join("\n")).toContain("11 rows, 2 refused");
  expect(said.join("\n")).toContain("nothing is written");
});

test("a file that got another name is the same source when it is told so", async () => {
  const rows = "title,body\nDark mode,Please\n";
  await run(await folder.write(rows, "monday.csv"), "--source", "canny");
  expect(await run(await folder.write(rows, "tuesday.csv"), "--source=canny")).toContain("0 imported, 1 already here");
  expect(await run(await folder.write(rows, "tuesday.csv"))).toContain("1 imported, 0 already here");
});

test("columns are what --map says they are", async () => {
  const file = await folder.write("Summary;Text;Status\nDark mode;Please;planned\n", "jira.csv");
  await run(file, "--map", "title=Summary", "--map", "body=Text,status=");
  expect(await db.select({ title: posts.title, body: posts.bodyMarkdown, status: posts.status }).from(posts)).toEqual([
    { title: "Dark mode", body: "Please", status: "open" },
  ]);
});

test.runIf(existsSync(realFile))(
  "1,500 real reports come in, all of them, and a second time none",
  async () => {
    expect(await run(realFile)).toContain("1,500 imported, 0 already here, 0 refused.");
    expect(await run(realFile)).toContain("0 imported, 1,500 already here, 0 refused.");
    const [question] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, "question"));
    const asked = sql<number>`count(*) filter (where ${posts.tagIds} @> array[${question?.id}::int])::int`;
    const kinds = await db
      .select({ kind: posts.kind, count: count(), asked })
      .from(posts)
      .groupBy(posts.kind)
      .orderBy(posts.kind);
    expect(kinds).toEqual([
      { kind: "idea", count: 1000, asked: 500 },
      { kind: "bug", count: 500, asked: 0 },
    ]);
    const perBoard = await db
      .select({ name: boards.name, count: count() })
      .from(posts)
      .innerJoin(boards, eq(boards.id, posts.boardId))
      .groupBy(boards.name)
      .orderBy(boards.name);
    expect(perBoard).toEqual(
      ["bitcoin", "opencv", "react", "tensorflow", "vscode"].map((name) => ({ name, count: 300 })),
    );
  },
  180_000,
);

/** The program itself, as a process of its own. */
function start(...args: string[]) {
  const env = { ...process.env, DATA_DIR: path.join(folder.path, "data"), DATABASE_URL: "" };
  return spawnSync(process.execPath, ["--import", "tsx", "app/cli/import.ts", ...args], { env, encoding: "utf8" });
}

test("the program ends with 0 when it is done, and with 1 and a reason when it cannot begin", async () => {
  const done = start(fixture, "--dry-run");
  expect(done).toMatchObject({ status: 0, stderr: "" });
  const strange = start(await folder.write("Summary,Text\na,b\n", "strange.csv"));
  expect(strange).toMatchObject({ status: 1, stdout: "" });
  expect(strange.stderr).toContain("The columns are “Summary”, “Text”.");
  expect(strange.stderr).toContain('--map "title=Summary"');
  expect(start("nowhere.csv")).toMatchObject({ status: 1, stderr: "There is no file nowhere.csv.\n" });
  expect(start(fixture, "--mapp", "x").stderr).toContain("npm run import -- FILE");
  expect(start(fixture, "--map", "smell=Votes").stderr).toContain("--map does not know “smell”");
}, 60_000);
