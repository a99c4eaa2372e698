import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  boards,
  events,
  figureSettings,
  helpSections,
  postFigures,
  posts,
  ticketCategories,
  tickets,
  users,
  votes,
} from "#db/schema";
import type { CategoryKey } from "~/cli/demo/desk/ticket-story";
import { toldAt } from "~/cli/demo/recorded.server";
import { seedDemo } from "~/cli/demo/seed-demo.server";
import { Query } from "~/models/core/text/query";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { readQuestion } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { listCompanies } from "~/models/insights/companies/queries.server";
import { findInsights } from "~/models/insights/figures/update-insights.server";
import { db, useDatabase } from "../support/database";

useDatabase();

beforeEach(async () => {
  await db.insert(boards).values({ slug: "feedback", name: "Feedback" });
  await db
    .insert(ticketCategories)
    .values(categories.map((key, i) => ({ key, usualPriority: "medium" as const, position: i + 1 })));
  await db.insert(helpSections).values(sections.map((key, i) => ({ key, slug: key, icon: "book", position: i + 1 })));
});

const sections = ["getting_started", "account", "library", "troubleshooting", "billing", "privacy"];

const categories: CategoryKey[] = [
  "general_inquiry",
  "technical_issue",
  "account_issue",
  "bug_report",
  "feature_request",
  "security_issue",
];

const later = 123_456_789;
const now = new Date(toldAt.getTime() + later);

test("the demo opens with its history as if it had been told just now", async () => {
  expect(await seedDemo(db, now)).toBe(true);
  const [last] = await db.select({ at: sql<Date>`max(created_at)`.mapWith(events.createdAt) }).from(events);
  const ago = now.getTime() - (last?.at.getTime() ?? 0);
  expect(ago).toBeGreaterThan(0);
  expect(ago).toBeLessThan(24 * 60 * 60_000);
  const [first] = await db.select({ at: users.createdAt }).from(users).orderBy(asc(users.createdAt));
  expect(Math.round((now.getTime() - (first?.at.getTime() ?? 0)) / 86_400_000)).toBe(426);
});

test("figures, charts and the index are there before anybody asks", async () => {
  await seedDemo(db, now);
  const [ada] = await db.select().from(users).where(eq(users.role, "admin"));
  expect(await db.$count(postFigures)).toBeGreaterThan(40);
  expect((await findInsights(db, ada ?? null))?.answers).toBeDefined();
  const [settings] = await db.select({ at: figureSettings.allCountedAt }).from(figureSettings);
  expect(settings?.at).toEqual(now);
  const { hits } = await searchPosts(db, null, readQuestion(new Query("q=keyboard")));
  expect(hits.length).toBeGreaterThan(0);
});

test("its people come from several companies, whose votes have a value", async () => {
  await seedDemo(db, now);
  const [ada] = await db.select().from(users).where(eq(users.role, "admin"));
  const { companies } = await listCompanies(db, ada ?? null, { search: "" });
  expect(companies.length).toBeGreaterThanOrEqual(5);
  const [most] = await db
    .select({ most: sql<number>`max(companies)`, value: sql<number>`max(value)` })
    .from(postFigures);
  expect(Number(most?.most)).toBeGreaterThanOrEqual(4);
  expect(Number(most?.value)).toBeGreaterThan(10_000);
});

test("people go on where the history ends: numbers and rows follow on", async () => {
  await seedDemo(db, now);
  const [ben] = await db.select().from(users).where(eq(users.handle, "ben"));
  if (!ben) throw new Error("Ben is missing.");
  const [board] = await db.select().from(boards).where(eq(boards.slug, "web"));
  const count = await db.$count(posts);
  const draft = { kind: "idea", title: "One more", body: "", boardId: board?.id, tagIds: [] } as never;
  const { number } = await submitPost(db, { viewer: ben, id: crypto.randomUUID(), draft });
  expect(number).toBe(count + 1);
});

test("a portal where somebody has been, but posted nothing, is told the history beside them", async () => {
  const [early] = await db
    .insert(users)
    .values({ id: crypto.randomUUID(), email: "early@example.org", name: "Early", handle: "early" })
    .returning({ id: users.id });
  expect(await seedDemo(db, now)).toBe(true);
  expect(await db.$count(users, eq(users.id, early?.id ?? ""))).toBe(1);
  expect(await db.$count(posts)).toBeGreaterThan(40);
  expect(await db.$count(votes)).toBeGreaterThan(500);
  expect(await db.$count(tickets)).toBe(40);
}, 120_000);
