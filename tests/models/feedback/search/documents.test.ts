import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { posts, searchDocuments } from "#db/schema";
import { keyOf } from "~/models/core/search-index/document-subject.server";
import { allSubjects, readVersions } from "~/models/core/search-index/read-documents.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const columns = sql.raw("language, title, words, version");

test("a document is about one thing that is there, and nothing has two", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const [document] = await db.select().from(searchDocuments);
  const add = (postId: string | null) =>
    db.execute(sql`insert into search_documents (post_id, ${columns}) values (${postId}, 'en', '', '', 1)`);
  await expect(add(null)).rejects.toMatchObject({
    cause: { message: expect.stringContaining("search_documents_subject") },
  });
  await expect(add(document?.postId ?? null)).rejects.toMatchObject({
    cause: { message: expect.stringContaining("search_documents_postId_unique") },
  });
  await expect(add(ben.id)).rejects.toMatchObject({ cause: { message: expect.stringContaining("foreign key") } });
});

test("a document that the version before writes takes the place of the one that is there", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  await db.execute(sql`insert into search_documents (post_id, ${columns})
    select id, 'de', '', '', nextval('search_versions') from posts
    on conflict (post_id) do update set language = excluded.language, version = excluded.version`);
  expect(await rows(db, sql`select language from search_documents`)).toEqual([{ language: "de" }]);
});

test("all that can be found is listed by kind and id, page by page, each with its version", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const [one] = await db.select().from(posts);
  if (!one) throw new Error("There is no post.");
  const { hot: _, ...written } = one;
  await db.insert(posts).values(Array.from({ length: 1000 }, (_, i) => ({ ...written, id: uuid(), number: 2 + i })));
  await db.execute(sql`insert into search_documents (post_id, ${columns})
    select id, 'en', '', '', number from posts where number > 1`);
  const found: string[] = [];
  for await (const page of allSubjects(db, "post")) {
    expect(page.length).toBeLessThanOrEqual(500);
    const versions = await readVersions(db, page);
    found.push(...page.map((subject) => `${keyOf(subject)} ${versions.get(keyOf(subject))}`));
  }
  const there = await db.select().from(searchDocuments);
  expect(found.sort()).toEqual(there.map(({ postId, version }) => `post ${postId} ${version}`).sort());
  expect(await readVersions(db, [])).toEqual(new Map());
});
