import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { companies, figureSettings, freshdeskLinks, freshdeskTickets, postFigures, users } from "#db/schema";
import type { ScoreWeights } from "#db/schema/insights/figures";
import { Query } from "~/models/core/text/query";
import { closeOwnPost, movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { calculate } from "~/models/insights/figures/score";
import { askForCount, findFiguresState } from "~/models/insights/figures/settings.server";
import { findInsights, updateInsights } from "~/models/insights/figures/update-insights.server";
import { weighScore } from "~/models/insights/figures/weigh-score.server";
import { listRequests } from "~/models/insights/requests/list-requests.server";
import { type RequestFilter, readRequestFilter, requestSorts } from "~/models/insights/requests/request-filter";
import { setEffort } from "~/models/insights/requests/set-effort.server";
import { addBoard, addTag, cast, idea, post } from "../../../support/cast";
import { db, triesOf, useDatabase } from "../../../support/database";
import { change, changeAmong } from "../../../support/random-changes";
import { beginAfresh } from "../../../support/random-steps";

useDatabase();

const figuresOf = async (number: number) =>
  (await db.select().from(postFigures).where(eq(postFigures.number, number)))[0];

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);

test("a post's figures: votes by month, companies with their value, tickets that wait", async () => {
  const { ben, cleo, dave, mona } = await cast("ben", "cleo", "dave", "mona");
  await post(ben, idea(await addBoard()), daysAgo(90));
  await db.update(users).set({ email: "cleo@gmail.com" }).where(eq(users.id, cleo.id));
  await db.update(users).set({ email: "dave@acme.com" }).where(eq(users.id, dave.id));
  await db.insert(companies).values({ domain: "acme.com", name: "Acme", value: 5000 });
  await castVote(db, { viewer: mona, number: 1, at: daysAgo(70) });
  await castVote(db, { viewer: dave, number: 1, at: daysAgo(40) });
  await castVote(db, { viewer: cleo, number: 1, at: daysAgo(2) });
  const [one] = await rows<{ id: string }>(db, sql`select id from posts`);
  const link = (ticket: number) => ({ id: uuid(), postId: one?.id ?? "", ticket, origin: "staff" as const });
  await db.insert(freshdeskLinks).values([link(1), link(2), link(3), { ...link(4), unlinkedAt: new Date() }]);
  await db.insert(freshdeskTickets).values([
    { number: 1, state: "here", status: 2 },
    { number: 2, state: "here", status: 5 },
  ]);
  expect(await refreshFigures(db)).toBe("all");
  // Those of who asked and of who voted: gmail.com is no company, and our own people are no customers.
  expect(await figuresOf(1)).toMatchObject({ votes: 4, companies: 2, value: 5000, tickets: 2 });
  expect(await figuresOf(1)).toMatchObject({ votesRecent: 1, votesBefore: 1, trend: 0 });
});

test("what happened since the last count is counted, and only that", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const board = await addBoard();
  await post(ben, idea(board));
  await refreshFigures(db);
  const before = (await figuresOf(1))?.votes ?? 0;
  await castVote(db, { viewer: cleo, number: 1 });
  expect((await figuresOf(1))?.votes).toBe(before);
  expect(await refreshFigures(db)).toBe("some");
  expect((await figuresOf(1))?.votes).toBe(before + 1);
});

test("whoever asks has everything counted anew", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  await refreshFigures(db);
  await expect(askForCount(db, ben)).rejects.toMatchObject({ code: "forbidden" });
  await askForCount(db, mona);
  expect(await refreshFigures(db)).toBe("all");
  expect((await db.select().from(figureSettings))[0]?.allCountedAt).not.toBeNull();
});

test("the effort of a post changes its score at once, and the history tells", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: mona, number: 1 });
  await refreshFigures(db);
  const before = (await figuresOf(1))?.score ?? 0;
  await setEffort(db, { viewer: mona, number: 1, effort: 13 });
  expect((await figuresOf(1))?.score).toBeLessThan(before);
  await setEffort(db, { viewer: mona, number: 1, effort: 13 });
  expect(await rows(db, sql`select data from events where type = 'post.effort_set'`)).toEqual([
    { data: { from: null, to: 13 } },
  ]);
  await expect(setEffort(db, { viewer: ben, number: 1, effort: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(setEffort(db, { viewer: mona, number: 9, effort: 1 })).rejects.toMatchObject({ code: "notFound" });
});

const weight = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4);
const someWeights: fc.Arbitrary<ScoreWeights> = fc.record(
  {
    method: fc.constantFrom("sum" as const, "rice" as const),
    votes: weight,
    reach: weight,
    value: weight,
    momentum: weight,
    effort: weight,
  },
  { noNullPrototype: true },
);
const small = fc.integer({ min: 0, max: 30 });
const someFigures = fc.record(
  {
    votes: small,
    companies: small,
    value: fc.constantFrom(0, 10, 900, 4000, 26_000, 500_000),
    votesRecent: small,
    votesBefore: small,
    effort: fc.constantFrom(0, 1, 2, 3, 5, 8, 13),
  },
  { noNullPrototype: true },
);

test("the score that the table is sorted by is the one that is spelled out", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  await refreshFigures(db);
  await fc.assert(
    fc.asyncProperty(someWeights, someFigures, async (weights, figures) => {
      const trend = figures.votesRecent - figures.votesBefore;
      await db.update(postFigures).set({ ...figures, trend });
      await weighScore(db, { viewer: mona, weights });
      expect((await findFiguresState(db)).weights).toEqual(weights);
      expect((await figuresOf(1))?.score).toBeCloseTo(calculate({ ...figures, trend }, weights).score, 6);
    }),
    { numRuns: 60 },
  );
  await expect(weighScore(db, { viewer: ben, weights: (await findFiguresState(db)).weights })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("each order, either way and page by page, has every post once", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  for (let i = 0; i < 53; i++) await post(ben, idea(board));
  await refreshFigures(db);
  await db.execute(sql`update post_figures set votes = number % 3, score = (number % 5) / 3.0, value = number * 0.1,
    trend = number % 4 - 2`);
  for (const sort of requestSorts) {
    for (const dir of ["asc", "desc"] as const) {
      const first = await listRequests(db, mona, { status: "live", sort, dir });
      const second = await listRequests(db, mona, { status: "live", sort, dir, after: first.next });
      const all = [...first.requests, ...second.requests];
      expect(new Set(all.map(({ number }) => number)).size, sort).toBe(53);
      const sorted = all.map((row) => Number(row.sorted));
      expect(sorted).toEqual([...sorted].sort((a, b) => (dir === "asc" ? a - b : b - a)));
      expect(second.next).toBeUndefined();
    }
  }
  await expect(listRequests(db, ben, { status: "live", sort: "score", dir: "desc" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("filters name a board, a kind, a tag and a status, and what they do not understand counts for nothing", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const [app, web, tag] = [await addBoard(), await addBoard("web"), await addTag("loud")];
  await post(ben, idea(app));
  await post(ben, { ...idea(web), tagIds: [tag] });
  await closeOwnPost(db, { viewer: ben, number: 1 });
  await refreshFigures(db);
  const numbers = async (search: string) =>
    (await listRequests(db, mona, readRequestFilter(new Query(search)))).requests.map((row) => row.number);
  expect(await numbers("")).toEqual([2]);
  expect(await numbers("status=all&sort=posted&dir=asc")).toEqual([1, 2]);
  expect(await numbers("board=web")).toEqual([2]);
  expect(await numbers("board=nowhere")).toEqual([]);
  expect(await numbers("kind=bug")).toEqual([]);
  expect(await numbers("tag=loud")).toEqual([2]);
  expect(await numbers("tag=nothing")).toEqual([]);
  expect(await numbers("did=closed&status=all")).toEqual([1]);
  expect(await numbers("after=1e999_1&sort=nothing&from=2026-02-31")).toEqual([2]);
});

const over = sql`('shipped', 'fixed', 'declined', 'not_reproducible', 'wont_fix')`;

test("whatever happened, the charts say what the events say, and their links lead to as many posts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changeAmong(5), { minLength: 15, maxLength: 60 }), async (changes) => {
      const { people, board } = await beginAfresh();
      await db.execute(sql`truncate post_figures, demand_settings`);
      for (const one of changes) await change(one, people, board);
      await refreshFigures(db);
      await expectFromEvents(people.mona);
    }),
    { numRuns: triesOf(15), interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
}, 120_000);

async function expectFromEvents(mona: Parameters<typeof findInsights>[1]): Promise<void> {
  const insights = await findInsights(db, mona);
  const total = (pick: (week: { opened: number; closed: number }) => number) =>
    (insights?.weeks ?? []).reduce((sum, week) => sum + pick(week), 0);
  const [told] = await rows<{ opened: number; closed: number }>(
    db,
    sql`with live as (select id from posts where deleted_at is null and merged_into is null)
      select (select count(*)::int from events where type in ('post.submitted', 'post.imported')
          and post_id in (select id from live)) as opened,
        (select count(distinct post_id)::int from events where type = 'post.status_changed'
          and post_id in (select id from live) and data ->> 'to' in ${over} and data ->> 'from' not in ${over}) as closed`,
  );
  expect(total(({ opened }) => opened)).toBe(told?.opened);
  expect(total(({ closed }) => closed)).toBe(told?.closed);
  const left = await rows<{ status: string; posts: number }>(
    db,
    sql`select data ->> 'from' as status, count(distinct e.post_id)::int as posts from events e
      join posts p on p.id = e.post_id and p.deleted_at is null and p.merged_into is null
      where e.type = 'post.status_changed' group by 1`,
  );
  expect(new Map(insights?.stays.map(({ status, posts }) => [status as string, posts]))).toEqual(
    new Map(left.map(({ status, posts }) => [status, posts])),
  );
  await expectAnswersFromEvents(insights, mona);
}

async function expectAnswersFromEvents(
  insights: Awaited<ReturnType<typeof findInsights>>,
  mona: Parameters<typeof findInsights>[1],
): Promise<void> {
  const [told] = await rows<{ answered: number }>(
    db,
    sql`select count(*)::int as answered from posts p join users author on author.id = p.author_id
      where p.deleted_at is null and p.merged_into is null and author.role = 'member' and exists (
        select from events e left join comments c on c.id = e.comment_id join users u on u.id = e.actor_id
        where e.post_id = p.id and (
          e.type = 'comment.submitted' and c.deleted_at is null and u.role <> 'member' and u.id <> p.author_id
          or e.type = 'post.status_changed' and not (e.data ->> 'byAuthor')::boolean
            and (select answer_markdown from moves where id = (e.data ->> 'moveId')::uuid) <> ''))`,
  );
  expect(insights?.answers.answered).toBe(told?.answered);
  const counted = async (filter: Partial<RequestFilter>) => {
    const { from, to } = insights ?? {};
    const wanted = { status: "all", sort: "posted", dir: "desc", from, to, ...filter } as const;
    return (await listRequests(db, mona, wanted)).requests.length;
  };
  expect(await counted({ did: "answered" })).toBe(insights?.answers.answered);
  expect(await counted({ did: "unanswered" })).toBe(insights?.answers.unanswered);
  expect(await counted({ did: "opened" })).toBe(insights?.weeks.reduce((sum, { opened }) => sum + opened, 0));
  for (const { status, posts } of insights?.stays ?? [])
    expect(await counted({ did: "left", was: status })).toBe(posts);
}

test("stays are measured in days and responses in hours, by median and 90th percentile", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  for (const [i, days] of [1, 3, 5].entries()) {
    await post(ben, idea(board), daysAgo(20));
    const move = { to: "planned", answer: "Soon." } as const;
    await movePost(db, { viewer: mona, number: i + 1, from: "open", move, at: daysAgo(20 - days) });
  }
  await refreshFigures(db);
  await updateInsights(db, { at: new Date() });
  const insights = await findInsights(db, mona);
  expect(insights?.stays).toEqual([
    { status: "open", posts: 3, median: expect.closeTo(3, 3), p90: expect.closeTo(4.6, 3) },
  ]);
  expect(insights?.answers).toMatchObject({ answered: 3, unanswered: 0, median: expect.closeTo(72, 2) });
  await expect(findInsights(db, ben)).rejects.toMatchObject({ code: "forbidden" });
});
