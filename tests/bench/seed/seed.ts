import type { Sql } from "postgres";
import { bugDetails, comments, events, follows, moves, posts, users, votes } from "#db/schema";
import { copyInto } from "./copy";
import { eventRows } from "./event-rows";
import { withoutForeignKeys } from "./foreign-keys";
import { inventHappenings } from "./happenings";
import { inventPosts, type Size } from "./history";
import { inventPeople } from "./people";
import { boards, tagColors, tags } from "./portal";
import { recount } from "./recount";
import { bugRows, commentRows, followRows, moveRows, postRows, voteRows } from "./tables";
import type { World } from "./world";

/** Fills a migrated, empty database with a portal that has been busy for three years; the same every time. */
export async function seed(sql: Sql, size: Size): Promise<void> {
  await withoutForeignKeys(sql, () => fill(sql, size));
  await recount(sql, size);
  await sql`vacuum analyze`.simple();
}

async function fill(sql: Sql, size: Size): Promise<void> {
  const people = inventPeople(size.users);
  await copyInto(sql, users, people);
  const world: World = {
    size,
    people: people.map(({ id }) => id),
    boards: await addBoards(sql),
    tags: await addTags(sql),
  };
  const allPosts = inventPosts(size);
  await copyInto(sql, posts, postRows(allPosts, world));
  await copyInto(sql, bugDetails, bugRows(allPosts));
  const happenings = inventHappenings(allPosts);
  await copyInto(sql, votes, voteRows(happenings, world));
  await copyInto(sql, follows, followRows(happenings, world));
  await copyInto(sql, comments, commentRows(happenings, world));
  await copyInto(sql, moves, moveRows(happenings, world));
  await copyInto(sql, events, eventRows(happenings, world));
  await sql`update numbering set last = ${size.posts} where name = 'post'`;
}

async function addBoards(sql: Sql): Promise<World["boards"]> {
  const rows = Object.entries(boards).map(([slug, { visibility }], position) => ({
    slug,
    name: slug,
    visibility,
    position,
  }));
  const made = await sql<{ slug: string; id: number }[]>`
    insert into boards ${sql(rows)} on conflict (slug) do update set position = excluded.position returning slug, id`;
  return Object.fromEntries(made.map(({ slug, id }) => [slug, id]));
}

async function addTags(sql: Sql): Promise<number[]> {
  const rows = tags.map((slug, i) => ({ slug, name: slug, color: tagColors[i % tagColors.length] ?? "slate" }));
  const made = await sql<{ id: number }[]>`insert into tags ${sql(rows)} returning id`;
  return made.map(({ id }) => id);
}
