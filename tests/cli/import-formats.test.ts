import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { comments, deliveries, events, follows, imports, posts, users, votes } from "#db/schema";
import { readOptions } from "~/cli/import/options";
import { runImport } from "~/cli/import/run-import.server";
import { NotUnderstood } from "~/models/imports/not-understood";
import { db, useDatabase } from "../support/database";
import { useTemporaryFolder } from "../support/temporary-folder";

useDatabase();
const folder = useTemporaryFolder();

const github = "tests/fixtures/imports/github.json";

/** What the program says. */
async function run(...args: string[]): Promise<string> {
  const options = readOptions(args);
  if (!options) throw new Error("These arguments are not understood.");
  const said: string[] = [];
  await runImport(options, {
    print: (line) => said.push(line),
    withDatabase: (use) => use(db),
    isTerminal: false,
    folder: folder.path,
  });
  return said.join("\n");
}

const shown = () =>
  db
    .select({
      number: posts.number,
      title: posts.title,
      status: posts.status,
      votes: posts.voteCount,
      comments: posts.commentCount,
      author: users.name,
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .orderBy(asc(posts.number));

test("issues of GitHub arrive with votes and comments of people, without pull requests", async () => {
  const said = await run(github);
  expect(said).toContain("2 imported, 0 already here, 2 refused.");
  expect(said).toContain("With them 1 vote, 1 comment.");
  expect(said).toContain("12 votes of people who are not known: not counted");
  expect(said).toContain("4  it is no object with fields");
  expect(said).toContain("completed → fixed 1");
  expect(await shown()).toEqual([
    { number: 1, title: "Export as PDF", status: "open", votes: 0, comments: 0, author: "ines" },
    { number: 2, title: "It crashes", status: "fixed", votes: 1, comments: 1, author: "jo" },
  ]);
  const [vote] = await db.select().from(votes);
  expect(vote?.createdAt).toEqual(new Date("2023-04-04T10:00:00Z"));
  const [comment] = await db.select().from(comments);
  expect(comment?.bodyHtml).toContain("<em>too</em>");
});

test("a second run adds nothing, and nobody is mailed or follows", async () => {
  await run(github);
  expect(await run(github)).toContain("0 imported, 2 already here, 2 refused.");
  expect(await db.$count(votes)).toBe(1);
  expect(await db.$count(comments)).toBe(1);
  expect(await db.$count(follows)).toBe(0);
  expect(await db.$count(deliveries)).toBe(0);
});

test("a dry run shows what there is, and writes nothing", async () => {
  const said = await run(github, "--dry-run");
  expect(said).toContain("with     1 vote, 1 comment");
  expect(said).toContain("nothing is written");
  for (const table of [posts, users, events, imports]) expect(await db.$count(table)).toBe(0);
});

test("a status of theirs becomes what the person says", async () => {
  await run(github, "--map", "completed=declined,open=planned");
  expect((await shown()).map(({ status }) => status)).toEqual(["planned", "wont_fix"]);
});

test("one issue in each line does as well, and a broken line is left out", async () => {
  const issue = (number: number) =>
    JSON.stringify({ number, title: `Wish ${number}`, state: "OPEN", url: `https://github.com/a/b/issues/${number}` });
  const file = await folder.write(`${issue(1)}\n{"number": 2, "ti\n${issue(3)}\n`, "issues.jsonl");
  expect(await run(file)).toContain("2 imported, 0 already here, 1 refused.");
});

test("an array that breaks off keeps what came before", async () => {
  const file = await folder.write('[{"number":1,"title":"Wish","state":"open"},{"number":2,"tit', "broken.json");
  const said = await run(file);
  expect(said).toContain("1 imported, 0 already here, 1 refused.");
  expect(said).toContain("2  it is no JSON that can be read");
});

test("what is none of the formats is refused in words", async () => {
  const file = await folder.write('{"hello": "world"}', "other.json");
  await expect(run(file)).rejects.toThrow(NotUnderstood);
  await expect(run(github, "--format", "trello")).rejects.toThrow("unknownFormat");
});
