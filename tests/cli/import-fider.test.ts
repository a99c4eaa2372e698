import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { moves, posts, tags, users, votes } from "#db/schema";
import { useApp } from "../support/app";
import { Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { fiderBackup } from "../support/fider-backup";
import { importInto } from "../support/import-command";
import { importedPosts } from "../support/imported";
import { useTemporaryFolder } from "../support/temporary-folder";

useDatabase();
useApp();
const folder = useTemporaryFolder();
const run = importInto(folder);
const table = "tests/fixtures/imports/fider-posts.csv";

test("Fider's posts.csv arrives under its numbers, with official answers, duplicates and tags that have commas", async () => {
  const said = await run(table);
  expect(said).toContain("3 imported, 0 already here, 0 refused.");
  expect(said).toContain("With them 1 official answer, 1 duplicate.");
  expect(said).toContain("3 votes of which only the number is known: imported votes");
  expect(await importedPosts()).toEqual([
    { number: 65, title: "Wish 65", status: "shipped", votes: 4, comments: 0, author: "Ines" },
    { number: 70, title: "Wish 70", status: "open", votes: 0, comments: 0, author: "Jo" },
    { number: 71, title: "Wish 71", status: "open", votes: 1, comments: 0, author: "Jo" },
  ]);
  const [original, duplicate] = await db.select().from(posts).orderBy(asc(posts.number));
  expect(duplicate?.mergedInto).toBe(original?.id);
  expect(original?.bodyMarkdown).toBe("See 🖼 @Kim");
  const [answer] = await db
    .select({ body: moves.answerMarkdown, to: moves.to, at: moves.createdAt, by: users.name })
    .from(moves)
    .innerJoin(users, eq(users.id, moves.actorId));
  expect(answer).toEqual({ body: "It is **here**.", to: "shipped", at: new Date("2022-05-09T10:00:00Z"), by: "Kim" });
  const names = (await db.select({ name: tags.name }).from(tags)).map(({ name }) => name);
  expect(names.sort()).toEqual(["print", "this-tag-has,comma"]);
});

test("a backup that comes after it adds the votes, and no post twice", async () => {
  await run(table);
  const said = await run(await folder.write(fiderBackup(), "backup.zip"));
  expect(said).toContain("0 imported, 2 already here, 0 refused.");
  expect(said).toContain("With them 4 votes, 1 follower, 1 comment.");
  expect(await db.$count(votes)).toBeGreaterThan(3);
});

test("an old address leads on to the imported post, where its number is another's here", async () => {
  const { ada } = await cast("ada");
  await post(ada, idea(await addBoard()));
  await run(await folder.write(fiderBackup(), "backup.zip"));
  const visitor = new Visitor();
  const page = await visitor.get("/posts/65/wish-65");
  expect(page.status).toBe(301);
  expect(page.location).toBe("/posts/2/wish-65");
  expect((await visitor.get("/posts/2/wish-65")).status).toBe(200);
  expect((await visitor.get("/posts/65/something-else")).status).toBe(404);
});
