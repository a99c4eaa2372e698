import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { posts, roadmapCards } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import type { Viewer } from "../../core/users/viewer";
import { categoryOf } from "../posts/lifecycle";
import { votedBy } from "../posts/list-posts.server";
import { listedPosts } from "../posts/visible-posts.server";
import { type Column, isByHand } from "./column";
import { columnLength } from "./limits";
import type { Target } from "./target";

export interface CardFilter {
  boardId?: number;
  tagId?: number;
}

export type Card = Awaited<ReturnType<typeof selectByHand>>[number];

export interface FilledColumn extends Column {
  cards: Card[];
  /** There are more than the column shows. */
  hasMore: boolean;
}

/**
 * The columns with their cards, all in one question. A post stands in one column of a roadmap: where somebody put it,
 * else where its status puts it. What is coming stands there by votes, what came by date, the latest first.
 */
export async function listCards(
  db: Db,
  viewer: Viewer,
  roadmap: { id: number; columns: Column[] },
  filter: CardFilter = {},
): Promise<FilledColumn[]> {
  const shown = and(listedPosts(db, viewer), matches(filter));
  const byStatus = roadmap.columns.flatMap(({ id, statuses }) =>
    statuses.map((status) => selectByStatus(db, viewer, { roadmapId: roadmap.id, columnId: id, status, shown })),
  );
  const [first, ...others] = [selectByHand(db, viewer, roadmap.id, shown), ...byStatus];
  const [second, ...rest] = others;
  const cards = await (second ? unionAll(first, second, ...rest) : first);
  return roadmap.columns.map((column) => fill(column, cards));
}

function fill(column: Column, all: Card[]): FilledColumn {
  const cards = all.filter(({ columnId }) => columnId === column.id).sort(isByHand(column) ? byRank : byWeight);
  const length = isByHand(column) ? cards.length : columnLength;
  return { ...column, cards: cards.slice(0, length), hasMore: cards.length > length };
}

const byRank = (a: Card, b: Card): number => ((a.rank ?? "") < (b.rank ?? "") ? -1 : 1);

const byWeight = (a: Card, b: Card): number => b.weight - a.weight || b.number - a.number;

function matches({ boardId, tagId }: CardFilter): SQL | undefined {
  return and(
    boardId === undefined ? undefined : eq(posts.boardId, boardId),
    tagId === undefined ? undefined : sql`${posts.tagIds} @> array[${tagId}]::int[]`,
  );
}

const facts = {
  number: posts.number,
  kind: posts.kind,
  status: posts.status,
  title: posts.title,
  boardId: posts.boardId,
  tagIds: posts.tagIds,
  voteCount: posts.voteCount,
  target: sql<Target>`coalesce(${roadmapCards.target}, '')`.as("target"),
  note: sql<string>`coalesce(${roadmapCards.note}, '')`.as("note"),
  /** The release of the move that brought it where it stands. */
  release: sql<string>`coalesce((select release from moves
    where moves.post_id = ${posts.id} and moves."to" = ${posts.status} and moves."from" <> moves."to"
    order by moves.id desc limit 1), '')`.as("release"),
  /** What the changelog says of it. */
  entry: sql<{
    number: number;
    title: string;
  } | null>`(select json_build_object('number', entries.number, 'title', entries.title)
    from entry_posts join entries on entries.id = entry_posts.entry_id
    where entry_posts.post_id = ${posts.id} and entries.published_at is not null
    order by entries.published_at desc limit 1)`.as("entry"),
  rank: roadmapCards.rank,
};

function selectByHand(db: Db, viewer: Viewer, roadmapId: number, shown: SQL | undefined) {
  return db
    .select({
      columnId: sql<number>`${roadmapCards.columnId}`.as("column_id"),
      ...facts,
      voted: sql<boolean>`${votedBy(db, viewer)}`.as("voted"),
      weight: sql<number>`0::float8`.as("weight"),
    })
    .from(posts)
    .innerJoin(roadmapCards, eq(roadmapCards.postId, posts.id))
    .where(and(eq(roadmapCards.roadmapId, roadmapId), isNotNull(roadmapCards.columnId), shown))
    .orderBy(asc(roadmapCards.rank))
    .limit(1000);
}

interface ByStatus {
  roadmapId: number;
  columnId: number;
  status: PostStatus;
  shown: SQL | undefined;
}

function selectByStatus(db: Db, viewer: Viewer, { roadmapId, columnId, status, shown }: ByStatus) {
  const isDone = categoryOf(status) === "done";
  const movedAt = sql`coalesce(${posts.movedAt}, ${posts.createdAt})`;
  return db
    .select({
      columnId: sql<number>`${columnId}::int`.as("column_id"),
      ...facts,
      voted: sql<boolean>`${votedBy(db, viewer)}`.as("voted"),
      weight: sql<number>`${isDone ? sql`extract(epoch from ${movedAt})` : posts.voteCount}::float8`.as("weight"),
    })
    .from(posts)
    .leftJoin(roadmapCards, and(eq(roadmapCards.postId, posts.id), eq(roadmapCards.roadmapId, roadmapId)))
    .where(and(hasStatus(status), isNull(roadmapCards.columnId), shown))
    .orderBy(desc(isDone ? movedAt : posts.voteCount), desc(posts.number))
    .limit(columnLength + 1);
}

/** The planner has to see the status itself to find the index that has posts of it only. */
const hasStatus = (status: PostStatus): SQL => sql`${posts.status} = ${sql.raw(`'${status}'`)}`;
