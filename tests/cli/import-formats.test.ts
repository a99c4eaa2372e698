import { asc, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import {
  boards,
  comments,
  deliveries,
  events,
  follows,
  importSources,
  imports,
  moves,
  oldPaths,
  posts,
  tags,
  users,
  votes,
} from "#db/schema";
import { runUndo } from "~/cli/import/run-undo.server";
import { findOldPath } from "~/models/admin/imports/find-old-path.server";
import { NotUnderstood } from "~/models/admin/imports/not-understood";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { fiderBackup } from "../support/fider-backup";
import { importInto } from "../support/import-command";
import { importedPosts } from "../support/imported";
import { useTemporaryFolder } from "../support/temporary-folder";
import { zip } from "../support/zip";

useDatabase();
const folder = useTemporaryFolder();
const run = importInto(folder);

const github = "tests/fixtures/imports/github.json";

test("issues of GitHub arrive with votes and comments of people, without pull requests", async () => {
  const said = await run(github);
  expect(said).toContain("2 imported, 0 already here, 2 refused.");
  expect(said).toContain("With them 1 vote, 1 comment.");
  expect(said).toContain("12 votes of which only the number is known: imported votes");
  expect(said).toContain("4  it is no object with fields");
  expect(said).toContain("completed → fixed 1");
  expect(await importedPosts()).toEqual([
    { number: 1, title: "Export as PDF", status: "open", votes: 13, comments: 0, author: "ines" },
    { number: 2, title: "It crashes", status: "fixed", votes: 2, comments: 1, author: "jo" },
  ]);
  const [vote] = await db
    .select()
    .from(votes)
    .where(eq(votes.createdAt, new Date("2023-04-04T10:00:00Z")));
  expect(vote?.createdAt).toEqual(new Date("2023-04-04T10:00:00Z"));
  const [comment] = await db.select().from(comments);
  expect(comment?.bodyHtml).toContain("<em>too</em>");
});

test("a second run adds nothing, and nobody is mailed; authors follow and vote", async () => {
  await run(github);
  expect(await run(github)).toContain("0 imported, 2 already here, 2 refused.");
  expect(await db.$count(votes)).toBe(3);
  expect(await db.$count(comments)).toBe(1);
  expect(await db.$count(follows)).toBe(2);
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
  expect((await importedPosts()).map(({ status }) => status)).toEqual(["planned", "wont_fix"]);
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

test("JSON that begins with a mark, or is UTF-16, is read as it was meant", async () => {
  const issue = JSON.stringify([{ number: 1, title: "Größe für 你好", state: "OPEN" }]);
  await run(await folder.write(Buffer.from(`\uFEFF${issue}`), "marked.json"));
  const page = JSON.stringify({ posts: [{ id: "a", title: "Größe für 你好", details: "" }] });
  await run(await folder.write(Buffer.from(`\uFEFF${page}`, "utf16le"), "wide.json"));
  expect((await importedPosts()).map(({ title }) => title)).toEqual(["Größe für 你好", "Größe für 你好"]);
});

test("a table of Fider or UserVoice that a spreadsheet has written in its own way is known all the same", async () => {
  const ideas = "Idea Id;Idea Title;Forum Name\r\n1;Größe;Wünsche\r\n";
  expect(await run(await folder.write(Buffer.from(ideas, "latin1"), "ideas.csv"))).toContain("1 imported");
  const fider =
    "number\ttitle\tvotes_count\tstatus\tresponded_by\tresponse\toriginal_number\r\n3\tHöhe\t1\tplanned\t\t\t\r\n";
  const wide = Buffer.from(`\uFEFF${fider}`, "utf16le");
  expect(await run(await folder.write(wide, "posts.csv"))).toContain("a backup.zip or posts.csv of Fider");
  expect((await importedPosts()).map(({ title, status }) => [title, status])).toEqual([
    ["Größe", "open"],
    ["Höhe", "planned"],
  ]);
});

const backup = (more?: Record<string, unknown>) => folder.write(fiderBackup(more), "backup.zip");

test("a backup without one of its tables lacks only that", async () => {
  const said = await run(await backup({ "post_subscribers.json": "" }));
  expect(said).toContain("2 imported, 0 already here, 0 refused.");
  expect(said).not.toContain("JSON");
});

test("a backup of Fider arrives with everything that people did, under the numbers it had", async () => {
  const said = await run(await backup());
  expect(said).toContain("2 imported, 0 already here, 0 refused.");
  expect(said).toContain("With them 4 votes, 1 follower, 1 comment, 1 official answer, 1 duplicate.");
  expect(await importedPosts()).toEqual([
    { number: 65, title: "Wish 65", status: "shipped", votes: 3, comments: 1, author: "Ines" },
    { number: 70, title: "Wish 70", status: "open", votes: 2, comments: 0, author: "Jo" },
  ]);
  const [original, duplicate] = await db.select().from(posts).orderBy(asc(posts.number));
  expect(duplicate?.mergedInto).toBe(original?.id);
  expect(original).toMatchObject({
    followerCount: 1,
    bodyMarkdown: "See 🖼 @Kim",
    movedAt: new Date("2022-05-09T10:00:00Z"),
  });
  const [answer] = await db.select().from(moves);
  expect(answer).toMatchObject({ from: "open", to: "shipped", answerMarkdown: "It is **here**." });
  expect(await db.select({ name: tags.name }).from(tags)).toEqual([{ name: "print, paper" }]);
  expect(await db.$count(oldPaths)).toBe(0);
  expect(await db.$count(deliveries)).toBe(0);
});

test("a later backup adds only what is new", async () => {
  await run(await backup());
  const added = { id: 3, content: "Still.", post_id: 11, user_id: 4, created_at: "2022-06-01T10:00:00Z" };
  const again = await run(await backup({ "comments.json": [added] }));
  expect(again).toContain("0 imported, 2 already here, 0 refused.");
  expect(again).toContain("With them 1 comment.");
  expect((await importedPosts()).map(({ votes, comments }) => [votes, comments])).toEqual([
    [3, 2],
    [2, 0],
  ]);
});

test("no secret of a backup is anywhere afterwards", async () => {
  await run(await backup());
  const tables = await rows<{ schema: string; name: string }>(
    db,
    sql`select table_schema as schema, table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { schema, name } of tables) {
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
    expect(await rows(db, sql`select 1 from ${table} as one where one::text like '%SECRET%'`), name).toEqual([]);
  }
});

test("where other posts are, numbers go on and the old addresses lead to the new ones", async () => {
  const { ada } = await cast("ada");
  await post(ada, idea(await addBoard()));
  await run(await backup());
  expect((await importedPosts()).map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(await findOldPath(db, "/posts/65/wish-65")).toEqual({ number: 2, title: "Wish 65" });
});

test("an archive that is a trap, damaged or something else is refused in words", async () => {
  const bomb = zip({ "posts.json": Buffer.alloc(20 * 1024 * 1024, " "), "users.json": "[]" });
  await expect(run(await folder.write(bomb, "bomb.zip"))).rejects.toMatchObject({ fault: { problem: "ratio" } });
  const liar = zip({ "posts.json": Buffer.alloc(20 * 1024 * 1024, " "), "users.json": "[]" }, 100);
  await expect(run(await folder.write(liar, "liar.zip"))).rejects.toMatchObject({ fault: { problem: "damaged" } });
  for (const name of ["comments.csv", "votes/1.json"]) {
    const page = name.endsWith("csv") ? "title\nWish\n" : '{"posts":[{"id":"a","title":"Wish","details":""}]}';
    const first = name.endsWith("csv") ? "posts.csv" : "posts.json";
    const trap = zip({ [first]: page, [name]: Buffer.alloc(20 * 1024 * 1024, " ") });
    await expect(run(await folder.write(trap, "trap.zip"))).rejects.toMatchObject({ fault: { problem: "ratio" } });
  }
  const cut = fiderBackup().subarray(0, 900);
  await expect(run(await folder.write(cut, "cut.zip"))).rejects.toMatchObject({ fault: { problem: "damaged" } });
  const other = zip({ "readme.txt": "Hello" });
  await expect(run(await folder.write(other, "other.zip"))).rejects.toMatchObject({ fault: { code: "noKnownFormat" } });
});

test("UserVoice's export of voters brings each idea once, with its votes", async () => {
  const said = await run("tests/fixtures/imports/uservoice-voters.csv");
  expect(said).toContain("2 imported, 0 already here, 0 refused.");
  expect(said).toContain("With them 3 votes.");
  expect((await importedPosts()).map(({ title, status, votes }) => [title, status, votes])).toEqual([
    ["Dark mode", "planned", 2],
    ["Export", "open", 1],
  ]);
});

test("UserVoice's export of ideas brings them with forum, labels and status, and no votes", async () => {
  const said = await run("tests/fixtures/imports/uservoice-ideas.csv");
  expect(said).toContain("2 imported, 0 already here, 0 refused.");
  expect(said).not.toContain("With them");
  expect((await importedPosts()).map(({ title, status, votes }) => [title, status, votes])).toEqual([
    ["Dark mode", "in_progress", 0],
    ["Export", "open", 0],
  ]);
  const names = (await db.select({ name: tags.name }).from(tags)).map(({ name }) => name);
  expect(names.sort()).toEqual(["night", "screen"]);
  expect(await db.select({ name: boards.name }).from(boards)).toEqual([{ name: "Ideas" }]);
  const [first] = await db.select({ id: posts.sourceId, at: posts.createdAt }).from(posts).orderBy(asc(posts.number));
  expect(first).toEqual({ id: "1", at: new Date("2023-04-01T09:30:00Z") });
});

test("the voters of ideas that came before add their votes to them", async () => {
  await run("tests/fixtures/imports/uservoice-ideas.csv");
  const said = await run("tests/fixtures/imports/uservoice-voters.csv");
  expect(said).toContain("0 imported, 2 already here, 0 refused.");
  expect(said).toContain("With them 3 votes.");
});

async function undo(said: string): Promise<string> {
  const lines: string[] = [];
  const id = /This import is (\S+)\./.exec(said)?.[1] ?? "";
  await runUndo(id, { print: (line) => lines.push(line), withDatabase: (use) => use(db) });
  return lines.join("\n");
}

test("an import is taken back as a whole, once, and can then be done again under the same numbers", async () => {
  const said = await run(await backup());
  expect(await undo(said)).toBe("2 posts of this import removed, with all that came with them.");
  for (const table of [votes, follows, comments, moves, importSources]) expect(await db.$count(table)).toBe(0);
  expect(await db.$count(posts, isNull(posts.deletedAt))).toBe(0);
  await expect(undo(said)).rejects.toThrow("notFound");
  const again = await run(await backup());
  expect(again).toContain("2 imported, 0 already here");
  expect((await importedPosts()).map(({ number }) => number).filter((number) => number > 0)).toEqual([65, 70]);
  await undo(again);
  expect(await db.$count(posts, isNull(posts.deletedAt))).toBe(0);
});

test("posts that people have added to are named and kept, with all that came with them", async () => {
  const said = await run(await backup());
  const { ada } = await cast("ada");
  await submitComment(db, { viewer: ada, number: 65, id: uuid(), body: "New here." });
  expect(await undo(said)).toContain("1 post kept, because people have added to them:\n  65  Wish 65");
  // Kim's vote had come along with the duplicate.
  expect((await importedPosts()).at(-1)).toMatchObject({ number: 65, votes: 2, comments: 2 });
});

test("taking back a later import leaves what the first one made", async () => {
  await run(await backup({ "post_votes.json": [] }));
  expect(await undo(await run(await backup()))).toContain("0 posts of this import removed");
  expect((await importedPosts()).map(({ number, votes, comments }) => [number, votes, comments])).toEqual([
    [65, 0, 1],
    [70, 0, 0],
  ]);
});
