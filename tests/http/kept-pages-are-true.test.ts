import { lte } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { posts } from "#db/schema";
import { postPath } from "~/models/feedback/posts/post-path";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { type RunningApp, startApp } from "../support/app";
import { ask, untilKept } from "../support/ask";
import { addBoard, addTag, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { change, changeAmong } from "../support/random-changes";
import { names } from "../support/random-steps";

useDatabase();

const site = { BASE_URL: "http://portal.example" };
let keeping: RunningApp;
let rendering: RunningApp;

beforeAll(async () => {
  [keeping, rendering] = await Promise.all([startApp({ ...site, PAGE_CACHE_MB: 8 }), startApp(site)]);
});

afterAll(async () => {
  await Promise.all([keeping.stop(), rendering.stop()]);
});

const many = 43;

/** Three pages of posts, with votes that make their order. */
async function populate() {
  const people = await cast(...names);
  const board = await addBoard("board-1");
  await addBoard("board-2");
  await addTag("tag-1");
  for (let i = 0; i < many; i++) await post(people.ben, (i % 4 ? idea : bug)(board, { title: `Post ${i}`, body: "" }));
  for (let number = 1; number <= many; number++) {
    for (const name of names.slice(0, number % 3)) await castVote(db, { viewer: people[name], number });
  }
  return { people, board };
}

const lists = ["/", "/?sort=top", "/?sort=new", "/?sort=discussed", "/?status=all&sort=top", "/?board=board-2"];

/** The lists, where they go on, and the posts that most happens to. */
async function addresses(pages: Map<string, string>): Promise<string[]> {
  const some = await db.select({ number: posts.number, title: posts.title }).from(posts).where(lte(posts.number, 3));
  const next = [...pages.values()].flatMap((page) => /href="([^"]+)" rel="next"/.exec(page)?.[1] ?? []);
  return [...new Set([...lists, ...next.map((path) => path.replaceAll("&amp;", "&")), ...some.map(postPath)])];
}

const page = async ({ origin }: RunningApp, path: string) => {
  const { status, headers, body, cache } = await ask(path, { of: origin });
  return { cache, says: `${status} ${headers.location ?? ""} ${body}` };
};

test("whatever happens, pages that are kept are those that would be rendered, byte for byte", async () => {
  const { people, board } = await populate();
  await untilKept(keeping.origin);
  const pages = new Map<string, string>();
  let hits = 0;
  const seed = Number(process.env.SEED) || undefined;
  for (const happening of [undefined, ...fc.sample(changeAmong(many), { numRuns: 40, seed })]) {
    if (happening) await change(happening, people, board);
    const paths = await addresses(pages);
    pages.clear();
    for (const path of paths) {
      const kept = await page(keeping, path);
      const rendered = await page(rendering, path);
      expect(kept.says, `${path} after ${JSON.stringify(happening)}`).toBe(rendered.says);
      if (kept.cache === "hit") hits++;
      pages.set(path, rendered.says);
    }
  }
  expect(hits, "nothing was kept").toBeGreaterThan(100);
}, 180_000);
