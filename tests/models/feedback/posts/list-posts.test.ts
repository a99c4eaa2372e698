import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts } from "#db/schema";
import { Query } from "~/models/core/text/query";
import type { Viewer } from "~/models/core/users/viewer";
import { type ListFilter, listAddress, readListFilter, sorts } from "~/models/feedback/posts/list-filter";
import { listPosts, pageLength } from "~/models/feedback/posts/list-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost, pinPost } from "~/models/feedback/posts/set-post-flag.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, addTag, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const days = 24 * 60 * 60 * 1000;

async function list(viewer: Viewer = null, filter: Partial<ListFilter> = {}) {
  const page = await listPosts(db, viewer, { status: "live", sort: "trending", ...filter });
  return [...page.pinned, ...page.posts].map(({ number }) => number);
}

test("each order puts first what it says", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const [old, young] = [new Date(Date.now() - 60 * days), new Date()];
  const popular = await post(ben, idea(board), old);
  const recent = await post(ben, idea(board), young);
  const debated = await post(ben, idea(board), new Date(Date.now() - 90 * days));
  await db.execute(sql`update posts set vote_count = 30 where number = ${popular}`);
  await db.execute(sql`update posts set comment_count = 9 where number = ${debated}`);
  expect(await list(null, { sort: "top" })).toEqual([popular, debated, recent]);
  expect(await list(null, { sort: "new" })).toEqual([recent, popular, debated]);
  expect(await list(null, { sort: "discussed" })).toEqual([debated, recent, popular]);
  expect((await list(null, { sort: "trending" }))[0]).toBe(recent);
});

test("ten times the votes weigh as much as fourteen days", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const older = await post(ben, idea(board), new Date(Date.now() - 14 * days));
  const newer = await post(ben, idea(board), new Date());
  await db.execute(sql`update posts set vote_count = 9 where number = ${older}`);
  expect(await list()).toEqual([newer, older]);
  await db.execute(sql`update posts set vote_count = 11 where number = ${older}`);
  expect(await list()).toEqual([older, newer]);
});

test("filters by board, kind, status and tag, and all at once", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const [app, site] = [await addBoard("app"), await addBoard("site")];
  const urgent = await addTag("urgent");
  const plain = await post(ben, idea(app));
  const tagged = await post(ben, idea(site, { tagIds: [urgent] }));
  const broken = await post(ben, bug(app, { tagIds: [urgent] }));
  await movePost(db, { viewer: mona, number: plain, from: "open", move: { to: "planned", answer: "" } });
  expect(await list(null, { board: "app", sort: "new" })).toEqual([broken, plain]);
  expect(await list(null, { kind: "bug" })).toEqual([broken]);
  expect(await list(null, { status: "planned" })).toEqual([plain]);
  expect(await list(null, { status: "open", sort: "new" })).toEqual([broken, tagged]);
  expect(await list(null, { tag: "urgent", sort: "new" })).toEqual([broken, tagged]);
  expect(await list(null, { board: "app", kind: "bug", status: "open", tag: "urgent" })).toEqual([broken]);
  expect(await list(null, { board: "nowhere" })).toEqual([]);
  expect(await list(null, { tag: "nothing" })).toEqual([]);
});

test("what will not come any more is left out unless asked for", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const number = await post(ben, idea(await addBoard()));
  await movePost(db, { viewer: mona, number, from: "open", move: { to: "declined", answer: "No." } });
  expect(await list()).toEqual([]);
  expect(await list(null, { status: "closed" })).toEqual([number]);
  expect(await list(null, { status: "all" })).toEqual([number]);
});

test.each(sorts)(
  "paging by %s shows every post once, however many have the same value and whatever happens",
  async (sort) => {
    const { ben, mona } = await cast("ben", "mona");
    const board = await addBoard();
    const total = pageLength * 2 + 5;
    const sameMoment = new Date();
    for (let i = 0; i < total; i++) await post(ben, idea(board), sameMoment);
    await db.execute(sql`update posts set vote_count = number / 7, comment_count = number % 3`);
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await listPosts(db, null, { status: "live", sort, after });
      seen.push(...page.posts.map(({ number }) => number));
      after = page.next;
      // The post that a link points behind may vanish; the link holds.
      if (after) await deletePost(db, { viewer: mona, number: seen.at(-1) ?? 0, on: true });
    } while (after);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  },
);

test("the address of a page survives being read back, and nonsense in it is ignored", async () => {
  const filter: ListFilter = { board: "app", kind: "bug", status: "done", tag: "a", sort: "top", after: "12_3" };
  const address = listAddress(filter, { after: filter.after });
  expect(readListFilter(new Query(new URL(address, "http://x").searchParams))).toEqual(filter);
  const { ben } = await cast("ben");
  const number = await post(ben, idea(await addBoard()));
  for (const after of ["", "x", "1.5_2", "99999999999999_1", "1_99999999999", "1e999_1", "'; drop table posts; --_1"]) {
    for (const sort of sorts) expect(await list(null, { sort, after }), `${sort} ${after}`).not.toContain(undefined);
  }
  const strange = new URLSearchParams("sort=worst&kind=dream&status=gone&after=x");
  expect(await list(null, readListFilter(new Query(strange)))).toEqual([number]);
});

test("pinned posts stand above the first page and nowhere else", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  for (let i = 0; i < pageLength + 3; i++) await post(ben, idea(board));
  await pinPost(db, { viewer: mona, number: 1, on: true });
  const first = await listPosts(db, null, { status: "live", sort: "new" });
  expect(first.pinned.map(({ number }) => number)).toEqual([1]);
  const second = await listPosts(db, null, { status: "live", sort: "new", after: first.next });
  expect(second.pinned).toEqual([]);
  expect([...first.posts, ...second.posts].map(({ number }) => number)).not.toContain(1);
});

test("boards for members and for the team, deleted and merged posts are shown to whom they concern", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const [open, inner, secret] = [
    await post(mona, idea(await addBoard("open"))),
    await post(mona, idea(await addBoard("inner", "members"))),
    await post(mona, idea(await addBoard("secret", "staff"))),
  ];
  const board = await addBoard("more");
  const [deleted, merged] = [await post(mona, idea(board)), await post(mona, idea(board))];
  await deletePost(db, { viewer: mona, number: deleted, on: true });
  await db.execute(
    sql`update posts set merged_into = (select id from posts where number = ${open}) where number = ${merged}`,
  );
  expect(await list(null, { sort: "new" })).toEqual([open]);
  expect(await list(ben, { sort: "new" })).toEqual([inner, open]);
  expect(await list(mona, { sort: "new" })).toEqual([secret, inner, open]);
});

test("a viewer sees their own votes and nobody else's", async () => {
  const { ben, cleo, dave } = await cast("ben", "cleo", "dave");
  const number = await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number });
  const votedFor = async (viewer: Viewer) =>
    (await listPosts(db, viewer, { status: "live", sort: "new" })).posts.map(({ voted }) => voted);
  expect(await votedFor(cleo)).toEqual([true]);
  expect(await votedFor(ben)).toEqual([true]);
  expect(await votedFor(dave)).toEqual([false]);
  expect(await votedFor(null)).toEqual([false]);
});

test("an index stands behind every order", async () => {
  const plans = await Promise.all(
    ["hot", "vote_count", "created_at", "comment_count"].map((column) =>
      db.execute(
        sql`select indexdef from pg_indexes where tablename = 'posts' and indexdef like ${`%(${column}, number)%`}`,
      ),
    ),
  );
  for (const plan of plans) expect(JSON.stringify(plan)).toContain("merged_into IS NULL");
  expect(await db.select().from(posts)).toEqual([]);
});
