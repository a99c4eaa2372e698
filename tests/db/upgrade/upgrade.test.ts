import { readFile } from "node:fs/promises";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Db, rows } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { events, freshdeskLinks } from "#db/schema";
import { tellers } from "~/models/tellers.server";
import { listNotifications } from "~/models/telling/notifications/list-notifications.server";
import { openOlderDatabase } from "../../support/older-database";

// A portal that the version before this one has filled is brought up to date: nothing of it is lost.

let older: Awaited<ReturnType<typeof openOlderDatabase>>;
let db: Db;
let before: Record<string, number>;

beforeAll(async () => {
  older = await openOlderDatabase("0024_synonyms");
  db = older.database.db;
  const filling = await readFile(path.resolve("tests/db/upgrade/before-subjects.sql"), "utf8");
  for (const statement of filling.split(/;\n/)) if (statement.trim()) await db.execute(sql.raw(statement));
  before = await countAll();
  await migrate(older.database);
}, 120_000);

afterAll(() => older.close());

/** By table; those that were renamed under the names that they have now. */
async function countAll(): Promise<Record<string, number>> {
  const tables = await rows<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const counts = tables.map(async ({ name }) => {
    const [found] = await rows<{ count: number }>(db, sql`select count(*)::int as count from ${sql.identifier(name)}`);
    return [name.replace("ticket_links", "freshdesk_links"), found?.count ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

const typesLike = async (pattern: string): Promise<Record<string, number>> => {
  const found = await rows<{ type: string; count: number }>(
    db,
    sql`select type, count(*)::int as count from events where type like ${pattern} group by type`,
  );
  return Object.fromEntries(found.map(({ type, count }) => [type, count]));
};

test("every row is still there", async () => {
  expect(before).toMatchObject({ posts: 5000, freshdesk_links: 39, notifications: 500, search_documents: 5000 });
  expect(await countAll()).toMatchObject(before);
});

test("what happened to tickets of Freshdesk is called so, and says the same", async () => {
  expect(await typesLike("ticket.%")).toEqual({});
  expect(await typesLike("freshdesk.%")).toEqual({
    "freshdesk.linked": 40,
    "freshdesk.unlinked": 1,
    "freshdesk.requested": 1,
    "freshdesk.requester_known": 1,
  });
  const moves = await db
    .select({ data: events.data })
    .from(events)
    .where(eq(events.type, "post.status_changed"))
    .orderBy(events.id);
  expect(moves.map(({ data }) => data)).toEqual([
    expect.objectContaining({ to: "planned", repliesToFreshdesk: true }),
    { from: "open", to: "planned", moveId: "40000000-0000-7000-8000-000000000002", byAuthor: false },
  ]);
  expect(JSON.stringify(moves)).not.toContain("repliesToTickets");
  await expect(db.update(events).set({ type: "post.voted" })).rejects.toThrow();
});

test("web processes of the version before go on until they end", async () => {
  await db.execute(sql`insert into ticket_links (id, post_id, ticket, origin)
    select gen_random_uuid(), id, 4711, 'staff' from posts where number = 4711
    on conflict (post_id, ticket) where unlinked_at is null do nothing`);
  const links = await db.select({ id: freshdeskLinks.id }).from(freshdeskLinks).where(eq(freshdeskLinks.ticket, 4711));
  expect(links).toHaveLength(1);
  await db.execute(sql`insert into events (type, data) values ('ticket.linked', '{"ticket": 4711}')`);
  expect((await typesLike("freshdesk.linked"))["freshdesk.linked"]).toBe(41);
  await db.execute(sql`insert into search_documents (post_id, language, title, words, version)
    select post_id, language, title, words, 1 from search_documents limit 1
    on conflict (post_id) do update set version = excluded.version`);
  expect(await countAll()).toMatchObject({ search_documents: 5000 });
});

test("events name what they are about by a foreign key, as far as it is there", async () => {
  const about = await db
    .select({ type: events.type, entryId: events.entryId, roadmapId: events.roadmapId })
    .from(events)
    .where(sql`${events.type} like 'entry.%' or ${events.type} like 'roadmap.%'`)
    .orderBy(events.id);
  expect(about).toEqual([
    { type: "roadmap.created", entryId: null, roadmapId: expect.any(Number) },
    { type: "entry.published", entryId: "30000000-0000-7000-8000-000000000001", roadmapId: null },
    { type: "entry.deleted", entryId: null, roadmapId: null },
  ]);
});

test("who was told sees what they were told", async () => {
  const viewer = {
    id: "00000000-0000-7000-8000-000000000004",
    name: "Person 4",
    role: "member",
    language: "en",
  } as const;
  const { notifications, next } = await listNotifications(db, tellers, viewer);
  expect(notifications).toHaveLength(30);
  expect(next).toBeDefined();
});
