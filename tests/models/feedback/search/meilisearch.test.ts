import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createBreaker } from "~/integrations/search/breaker";
import { openMeilisearch } from "~/integrations/search/meilisearch.server";
import { searcher } from "~/jobs/ask-search-engine.server";
import { indexPost, sendSubjects } from "~/jobs/index-post.server";
import { rebuildEverything } from "~/jobs/rebuild-search.server";
import { createLog } from "~/log.server";
import { Query } from "~/models/core/text/query";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { readQuestion } from "~/models/feedback/search/question";
import { MeilisearchDouble } from "../../../../fakes/meilisearch/double";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { enqueueNow, runJobs } from "../../../support/jobs";
import { expectSearch } from "../../../support/search-suite";

useDatabase();

const double = new MeilisearchDouble("a key");
const log = createLog("silent");
const open = () => openMeilisearch({ host: double.host, apiKey: "a key" });
let engine = open();

beforeAll(async () => {
  await double.start();
  engine = open();
});
beforeEach(async () => {
  double.reset();
  await engine.prepare();
});
afterAll(() => double.stop());

const tools = { origin: "https://feedback.example.com" };
const settle = async () => {
  await runJobs({ ...tools, engine }, { only: "index-post" });
  await runJobs({ ...tools, engine }, { only: "refresh-synonyms" });
};
const ask = (q: string, breaker = createBreaker()) =>
  searcher({ db, engine, log, breaker })(null, readQuestion(new Query({ q })));
const numbers = async (...args: Parameters<typeof ask>) => (await ask(...args)).hits.map((hit) => hit.post.number);
const searches = () => double.requests.filter((request) => request.endsWith("/search")).length;

describe("Meilisearch", () => {
  expectSearch({ search: (viewer, question) => searcher({ db, engine, log })(viewer, question), settle });
});

const nobody = "00000000-0000-0000-0000-000000000000";

async function penguins(): Promise<void> {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard(), { title: "Penguins" }));
  await settle();
}

describe("while Meilisearch is away, the database answers", () => {
  test.each([
    ["503", () => ({ kind: "status" as const, status: 503, path: /search/ })],
    ["a proxy's page", () => ({ kind: "status" as const, status: 502, body: "<h1>Bad gateway</h1>", path: /search/ })],
    ["too slow", () => ({ kind: "slow" as const, ms: 1500, path: /search/ })],
  ])("%s; for a while it is not even asked", async (_, fault) => {
    await penguins();
    double.fault = fault();
    const breaker = createBreaker();
    expect(await numbers("penguins", breaker)).toEqual([1]);
    expect(await numbers("penguins", breaker)).toEqual([1]);
    expect(searches()).toBe(1);
  });

  test("it is stopped, and is asked again once it has had its rest", async () => {
    await penguins();
    let now = 0;
    const breaker = createBreaker(() => now);
    await double.stop();
    expect(await numbers("penguins", breaker)).toEqual([1]);
    await double.start();
    expect(await numbers("penguins", breaker)).toEqual([1]);
    expect(searches()).toBe(0);
    now = 11_000;
    expect(await numbers("penguins", breaker)).toEqual([1]);
    expect(searches()).toBe(1);
    expect(breaker.isOpen()).toBe(false);
  });

  test("its index is missing", async () => {
    await penguins();
    double.indexes.clear();
    expect(await numbers("penguins")).toEqual([1]);
  });
});

test("a question that it refuses is our fault, and is not hidden", async () => {
  await penguins();
  double.fault = { kind: "status", status: 400, path: /search/ };
  const breaker = createBreaker();
  await expect(ask("penguins", breaker)).rejects.toThrow();
  expect(breaker.isOpen()).toBe(false);
});

test("what it still holds of a post that was deleted is not shown", async () => {
  const { mona } = await cast("mona");
  await post(mona, idea(await addBoard(), { title: "Penguins" }));
  await settle();
  await deletePost(db, { viewer: mona, number: 1, on: true });
  expect(await numbers("penguins")).toEqual([]);
  expect(double.indexes.get("posts")?.documents.size).toBe(1);
});

test("a late update does not bring back what was deleted meanwhile", async () => {
  const { mona } = await cast("mona");
  await post(mona, idea(await addBoard(), { title: "Penguins" }));
  const [{ id } = { id: "" }] = await db.query.posts.findMany();
  // The slow one has read the post when the quick one deletes it.
  const slow = {
    ...engine,
    async write(documents: Parameters<typeof engine.write>[0]) {
      await deletePost(db, { viewer: mona, number: 1, on: true });
      await sendSubjects(db, engine, [{ kind: "post", id }]);
      await engine.write(documents);
    },
  };
  await sendSubjects(db, slow, [{ kind: "post", id }]);
  expect(double.indexes.get("posts")?.documents.size).toBe(0);
});

test("a document that it refuses fails the job, which is tried again", async () => {
  await penguins();
  const document = { subject: { kind: "post", id: "not an id!" }, title: "", body: "", duplicates: [], comments: [] };
  await expect(engine.write([document as never])).rejects.toThrow(/failed/);
});

test("it knows a post by the post's id alone, as before there was anything else to be found", async () => {
  await penguins();
  const [penguin] = await db.query.posts.findMany();
  expect([...(double.indexes.get("posts")?.documents.keys() ?? [])]).toEqual([penguin?.id]);
  expect([...(double.indexes.get("posts")?.documents.values() ?? [])][0]).not.toHaveProperty("subject");
});

test("where there is none, there is nothing to do", async () => {
  await penguins();
  double.requests.length = 0;
  await indexPost({ db, log } as never, { eventId: 1 });
  expect(double.requests).toEqual([]);
});

test("every night what differs is put right, and nothing else is sent", async () => {
  const { mona } = await cast("mona");
  const board = await addBoard();
  for (const title of ["Penguins", "Walruses", "Seals"]) await post(mona, idea(board, { title }));
  await settle();
  const held = double.indexes.get("posts")?.documents;
  const [first = "", second = ""] = [...(held?.keys() ?? [])];
  held?.delete(first);
  held?.set(nobody, { id: nobody, version: 1 });
  held?.set(second, { ...held.get(second), version: 0, title: "Old" });
  double.requests.length = 0;
  await enqueueNow("refresh-search");
  await runJobs({ engine, origin: "https://feedback.example.com" }, { only: "refresh-search" });
  expect([...(held?.values() ?? [])].map(({ title }) => title).sort()).toEqual(["Penguins", "Seals", "Walruses"]);
  expect(double.requests.filter((request) => request === "POST /indexes/posts/documents")).toHaveLength(1);
});

test("a rebuild takes the new index in place of the old one, settings and all", async () => {
  await penguins();
  const old = double.indexes.get("posts");
  old?.documents.set("gone", { id: "gone", title: "Gone" });
  await rebuildEverything({ db, engine });
  const now = double.indexes.get("posts");
  expect(now).not.toBe(old);
  expect([...(now?.documents.values() ?? [])].map(({ title }) => title)).toEqual(["Penguins"]);
  expect(now?.settings.filterableAttributes).toContain("boardId");
  expect(double.indexes.has("posts_next")).toBe(false);
  expect(await numbers("pengiuns")).toEqual([1]);
});
