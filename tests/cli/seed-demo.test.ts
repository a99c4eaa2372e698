import { readFile } from "node:fs/promises";
import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { beforeAll, expect, test } from "vitest";
import { rows } from "#db/client.server";
import {
  boards,
  comments,
  events,
  follows,
  moves,
  notifications,
  posts,
  revisions,
  tags,
  users,
  votes,
} from "#db/schema";
import { entryStories } from "~/cli/demo/entries";
import { planDemo } from "~/cli/demo/plan-demo.server";
import { recordFile, recordHistory, toldAt } from "~/cli/demo/recorded.server";
import { seedDemo } from "~/cli/demo/seed-demo.server";
import { stories } from "~/cli/demo/stories";
import { listLinkedPosts } from "~/models/feedback/changelog/link-posts.server";
import { listEntries } from "~/models/feedback/changelog/list-entries.server";
import { canBeVoted, canMove, needsAnswer, statuses, withdrawnStatus } from "~/models/feedback/posts/lifecycle";
import { tellers } from "~/models/tellers.server";
import { listNotifications } from "~/models/telling/notifications/list-notifications.server";
import { db, useDatabase } from "../support/database";

useDatabase({ isNew: true });

const now = toldAt;
let recorded = "";

beforeAll(async () => {
  recorded = await db.transaction(recordHistory);
}, 240_000);

test("the demo begins with just this history: if not, npm run demo:record keeps it anew", async () => {
  const kept = await readFile(recordFile, "utf8");
  const differing = kept.split("\n").findIndex((line, i) => line !== recorded.split("\n")[i]);
  expect(recorded.split("\n")[differing]).toBe(kept.split("\n")[differing]);
  expect(recorded.length).toBe(kept.length);
});

test("the demo has both kinds in all ten statuses", async () => {
  const found = await db.selectDistinct({ kind: posts.kind, status: posts.status }).from(posts);
  expect(new Set(found.map(({ status }) => status))).toEqual(new Set(statuses));
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["idea", "bug"]));
});

test("every story is told: a post each, with as many votes as it has", async () => {
  const told = await db.select({ title: posts.title, votes: posts.voteCount }).from(posts);
  const wanted = Object.values(stories).flat();
  expect(new Map(told.map((post) => [post.title, post.votes]))).toEqual(
    new Map(wanted.map((story) => [story.title, story.votes])),
  );
});

test("the first board has become one of the demo's", async () => {
  const found = await db
    .select({ slug: boards.slug, visibility: boards.visibility })
    .from(boards)
    .orderBy(asc(boards.id));
  expect(found.map(({ slug }) => slug)).toEqual(["web", "mobile", "sync", "site", "beta", "team"]);
  expect(found.map(({ visibility }) => visibility).slice(3)).toEqual(["public", "members", "staff"]);
});

test("the counters are what a recount gives", async () => {
  const recounted = await db
    .select({
      number: posts.number,
      voteCount: db.$count(votes, eq(votes.postId, posts.id)),
      commentCount: db.$count(comments, and(eq(comments.postId, posts.id), isNull(comments.deletedAt))),
      followerCount: db.$count(follows, and(eq(follows.postId, posts.id), ne(follows.level, "muted"))),
    })
    .from(posts)
    .orderBy(asc(posts.number));
  const { number, voteCount, commentCount, followerCount } = posts;
  const stored = await db.select({ number, voteCount, commentCount, followerCount }).from(posts).orderBy(asc(number));
  expect(stored).toEqual(recounted);
});

test("every post went from open to where it stands by legal moves, with answers where they are due", async () => {
  for (const post of await db.select().from(posts)) {
    let status: typeof post.status = "open";
    let last = post.createdAt;
    for (const move of await db.select().from(moves).where(eq(moves.postId, post.id)).orderBy(asc(moves.id))) {
      expect(move.from).toBe(status);
      if (move.byAuthor) expect([status, move.to]).toEqual(["open", withdrawnStatus[post.kind]]);
      else expect(canMove({ kind: post.kind, status }, move.to), `${post.title}: ${status} to ${move.to}`).toBe(true);
      if (needsAnswer(move.to) && !move.byAuthor) expect(move.answerHtml).not.toBe("");
      expect(move.createdAt > last).toBe(true);
      status = move.to;
      last = move.createdAt;
    }
    expect(post.status, post.title).toBe(status);
  }
});

test("nothing happened in the future, before its post, or before its people signed up", async () => {
  const happened = await db
    .select({ type: events.type, at: events.createdAt, posted: posts.createdAt, joined: users.createdAt })
    .from(events)
    .leftJoin(posts, eq(posts.id, events.postId))
    .leftJoin(users, eq(users.id, events.actorId))
    .orderBy(asc(events.id));
  const guests = happened.filter(({ joined }) => !joined).map(({ type }) => type);
  expect(guests.filter((type) => !type.startsWith("ticket."))).toEqual([]);
  expect(happened.filter(({ at }) => at > now)).toEqual([]);
  expect(happened.filter(({ at, posted }) => posted && at < posted)).toEqual([]);
  expect(happened.filter(({ at, joined }) => joined && at < joined)).toEqual([]);
  // A promised time may turn out to have passed, as where a ticket becomes urgent.
  const inOrder = happened.filter(({ type }) => type !== "ticket.at_risk" && type !== "ticket.breached");
  expect(inOrder.map(({ at }) => at)).toEqual(inOrder.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime()));
});

test("every vote was cast while the post took votes", async () => {
  const cast = await db
    .select({ at: votes.createdAt, post: posts.title, posted: posts.createdAt, postId: posts.id })
    .from(votes)
    .innerJoin(posts, eq(posts.id, votes.postId));
  const moved = await db.select().from(moves).orderBy(asc(moves.id));
  const statusAt = (postId: string, at: Date) =>
    moved.findLast((move) => move.postId === postId && move.createdAt <= at)?.to ?? "open";
  expect(cast.filter(({ postId, at }) => !canBeVoted({ status: statusAt(postId, at) }))).toEqual([]);
  expect(cast.filter(({ at, posted }) => at < posted)).toEqual([]);
});

test("a reply comes after what it replies to, and before that is taken away", async () => {
  const strayed = await rows(
    db,
    sql`select reply.id from ${comments} reply join ${comments} parent on parent.id = reply.parent_id
      where reply.created_at <= parent.created_at or reply.created_at >= parent.deleted_at`,
  );
  expect(strayed).toEqual([]);
});

test("there is one of everything that happens less often", async () => {
  expect(await db.$count(posts, isNotNull(posts.pinnedAt))).toBe(1);
  expect(await db.$count(posts, isNotNull(posts.lockedAt))).toBe(1);
  expect(await db.$count(posts, isNotNull(posts.editedAt))).toBe(1);
  expect(await db.$count(comments, isNotNull(comments.editedAt))).toBe(1);
  expect(await db.$count(comments, isNotNull(comments.deletedAt))).toBe(1);
  expect(await db.$count(moves, eq(moves.byAuthor, true))).toBe(1);
  expect(await db.$count(follows, eq(follows.level, "muted"))).toBe(1);
});

test("another day gives the same portal, only later", () => {
  const later = new Date(now.getTime() + 1_234_567_891);
  const agesOn = (day: Date) => planDemo(day).map(({ at }) => day.getTime() - at.getTime());
  expect(agesOn(later)).toEqual(agesOn(now));
});

test("seeding again changes nothing", async () => {
  const before = await everything();
  expect(await seedDemo(db, now)).toBe(false);
  expect(await everything()).toEqual(before);
});

async function everything() {
  const tables: PgTable[] = [users, boards, tags, posts, comments, votes, follows, moves, revisions, events];
  return Promise.all(tables.map((table) => db.select().from(table)));
}

test.each(["ada", "mona", "ben"] as const)("%s has news, some of it unread, and no mail waits", async (handle) => {
  const [viewer] = await db.select().from(users).where(eq(users.handle, handle));
  if (!viewer) throw new Error(`There is no ${handle}.`);
  const page = await listNotifications(db, tellers, viewer);
  expect(page.notifications.map(({ isUnread }) => isUnread)).toEqual(expect.arrayContaining([true, false]));
  expect(page.notifications.length).toBeGreaterThan(10);
  expect(await db.$count(notifications, isNotNull(notifications.mailForm))).toBe(0);
});

test("the changelog has what was published, each with all that it brought, and a draft", async () => {
  const { entries, next } = await listEntries(db, {}, 50);
  const published = entryStories.filter(({ isDraft }) => !isDraft);
  expect([entries.map(({ title }) => title), next]).toEqual([published.map(({ title }) => title).reverse(), undefined]);
  for (const { title, brings } of published) {
    const entry = entries.find((one) => one.title === title);
    const linked = await listLinkedPosts(db, null, [entry?.id ?? ""]);
    expect(linked.map(({ title }) => title).sort()).toEqual([...brings].sort());
  }
});
