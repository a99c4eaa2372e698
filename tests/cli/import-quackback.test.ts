import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts, tags, votes } from "#db/schema";
import { db, useDatabase } from "../support/database";
import { importInto } from "../support/import-command";
import { importedComments, importedPosts } from "../support/imported";
import { quackbackExport, quackbackPosts } from "../support/quackback-export";
import { useTemporaryFolder } from "../support/temporary-folder";
import { zip } from "../support/zip";

useDatabase();
const folder = useTemporaryFolder();
const run = importInto(folder);

test("an export of Quackback arrives with the votes of people and the comments that everybody saw", async () => {
  const said = await run(await folder.write(quackbackExport(), "quackback.zip"));
  expect(said).toContain("2 imported, 0 already here, 0 refused.");
  expect(said).toContain("With them 2 votes, 2 comments.");
  expect(said).toContain("2 votes of which only the number is known: imported votes");
  expect(said).toContain("3 comments that not everybody could see there: left out");
  expect((await importedPosts()).map(({ title, status, votes, author }) => [title, status, votes, author])).toEqual([
    ["Dark mode", "planned", 4, "Ines"],
    ["Export", "shipped", 0, "Jo"],
  ]);
  expect(await importedComments()).toEqual([
    ["I reply.", "Kim", "Me too."],
    ["Me too.", "Ines"],
  ]);
  expect((await db.select({ name: tags.name }).from(tags)).map(({ name }) => name).sort()).toEqual(["night", "ui"]);
  const dates = await db.select({ at: votes.createdAt }).from(votes).orderBy(asc(votes.createdAt));
  expect(dates.at(-1)?.at).toEqual(new Date("2024-02-06T10:00:00Z"));
});

test("the same again adds nothing, packed with its folder and with other ends of lines", async () => {
  await run(await folder.write(quackbackExport(), "quackback.zip"));
  for (const lineEnd of ["\r\n", "\r"]) {
    const said = await run(await folder.write(quackbackExport("export/", lineEnd), "again.zip"));
    expect(said).toContain("0 imported, 2 already here, 0 refused.");
    expect(said).not.toContain("With them");
  }
  const [post] = await db.select({ body: posts.bodyMarkdown }).from(posts).orderBy(asc(posts.number));
  expect(post?.body).toBe("My eyes,\nplease");
});

test("posts alone are a table like any other", async () => {
  const said = await run(await folder.write(quackbackPosts, "posts.csv"));
  expect(said).toContain("2 imported, 0 already here, 0 refused.");
});

test("an archive with a table of posts that somebody else made is refused in words", async () => {
  const other = zip({ "posts.csv": quackbackPosts });
  await expect(run(await folder.write(other, "other.zip"))).rejects.toMatchObject({ fault: { code: "noKnownFormat" } });
});
