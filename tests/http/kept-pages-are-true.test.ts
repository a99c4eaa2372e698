import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { castVote } from "~/models/posts/vote-for-post.server";
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

const [posts, first] = [45, 6];

/** Three pages of posts, with votes that make their order. */
async function populate() {
  const people = await cast(...names);
  const board = await addBoard("board-1");
  await addBoard("board-2");
  await addTag("tag-1");
  for (let i = 0; i < posts; i++) await post(people.ben, (i % 4 ? idea : bug)(board, { title: `Post ${i}` }));
  for (let number = 1; number <= posts; number++) {
    for (const name of names.slice(0, number % 4)) await castVote(db, { viewer: people[name], number });
  }
  return { people, board };
}

const lists = ["/", "/?sort=top", "/?sort=new", "/?sort=discussed", "/?status=all&sort=top", "/?board=board-2"];

/** Lists with the pages that follow, and posts. */
async function addresses(): Promise<string[]> {
  const found = new Set<string>([...lists, "/?kind=bug&sort=top", "/?tag=tag-1"]);
  for (const list of lists) {
    for (let path: string | undefined = list; path; path = nextOf(await html(rendering, path))) found.add(path);
  }
  for (let number = 1; number <= first; number++) {
    const { headers } = await ask(`/posts/${number}`, { of: rendering.origin });
    if (headers.location) found.add(headers.location.toString().replace(site.BASE_URL, ""));
  }
  return [...found];
}

const nextOf = (page: string) => /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&");

const html = async ({ origin }: RunningApp, path: string) => (await ask(path, { of: origin })).body.toString();

test("whatever happens, pages that are kept are those that would be rendered, byte for byte", async () => {
  const { people, board } = await populate();
  await untilKept(keeping.origin);
  let hits = 0;
  const happenings = fc.sample(changeAmong(posts), { numRuns: 60, seed: Number(process.env.SEED) || undefined });
  for (const happening of happenings) {
    const paths = await addresses();
    for (const path of paths) await ask(path, { of: keeping.origin });
    await change(happening, people, board);
    for (const path of paths) {
      const kept = await ask(path, { of: keeping.origin });
      if (kept.cache === "hit") hits++;
      expect(kept.body.toString(), `${path} after ${JSON.stringify(happening)}`).toBe(await html(rendering, path));
    }
  }
  expect(hits, "nothing was kept").toBeGreaterThan(100);
}, 180_000);
