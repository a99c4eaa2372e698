import { and, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, moves, posts, users } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { listedPosts } from "../posts/visible-posts.server";
import type { Column } from "./column";

const pageLength = 50;

/** What is told: everything but the order within a column, and what only administrators do. */
const told = [
  "roadmap.card_placed",
  "roadmap.card_moved",
  "roadmap.card_removed",
  "roadmap.target_changed",
  "roadmap.note_changed",
  "roadmap.column_added",
  "roadmap.column_edited",
  "roadmap.column_removed",
] as const;

type Told = (typeof told)[number];

interface Asked {
  roadmapId: number;
  columns: Column[];
  /** Nothing later than this. */
  until?: Date;
  /** Only what is later than this. */
  since?: Date | null;
}

/**
 * What was promised when, the latest first: what the team did on the roadmap, and the moves of posts into and out of
 * its columns. Only about posts that the viewer may see.
 */
export async function listHistory(db: Db, viewer: Viewer, asked: Asked) {
  return selectHistory(db, listedPosts(db, viewer), asked);
}

/** Whether anything happened at all, whoever may see it. */
export async function hasHistory(db: Db, asked: Asked): Promise<boolean> {
  return (await selectHistory(db, undefined, asked)).items.length > 0;
}

async function selectHistory(db: Db, visible: SQL | undefined, asked: Asked) {
  const [done, moved] = await Promise.all([selectEvents(db, visible, asked), selectMoves(db, visible, asked)]);
  const all = [...done, ...moved].sort((a, b) => b.at.getTime() - a.at.getTime());
  const items = all.slice(0, pageLength);
  /** The first that is not shown. */
  const next = all[pageLength]?.at;
  return { items, next };
}

const shared = { post: { number: posts.number, title: posts.title }, actorId: users.id, actorName: users.name };

const within = (moment: typeof events.createdAt | typeof moves.createdAt, { since, until }: Asked) =>
  and(since ? gt(moment, since) : undefined, until && lte(moment, until));

async function selectEvents(db: Db, visible: SQL | undefined, asked: Asked) {
  return db
    .select({
      ...shared,
      id: sql<string>`${events.id}::text`,
      at: events.createdAt,
      type: sql<Told>`${events.type}`,
      data: events.data,
    })
    .from(events)
    .leftJoin(posts, eq(posts.id, events.postId))
    .leftJoin(users, eq(users.id, events.actorId))
    .where(
      and(
        // As the index has it.
        sql`${events.type} like 'roadmap.%' and ${events.data} ->> 'roadmapId' = ${String(asked.roadmapId)}`,
        inArray(events.type, [...told]),
        visible && or(isNull(events.postId), visible),
        within(events.createdAt, asked),
      ),
    )
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(pageLength + 1);
}

/** The latest of each status by the index of its moves, and of these the latest. */
async function selectMoves(db: Db, visible: SQL | undefined, asked: Asked) {
  const statuses = asked.columns.flatMap((column) => column.statuses);
  if (statuses.length === 0) return [];
  const latest = (column: typeof moves.from | typeof moves.to): SQL => sql`select latest.id
    from unnest(${sql.param(`{${statuses}}`)}::post_status[]) as wanted (status)
    cross join lateral (select ${moves.id} from ${moves} join ${posts} on ${posts.id} = ${moves.postId}
      where ${and(sql`${column} = wanted.status and ${moves.from} <> ${moves.to}`, visible, within(moves.createdAt, asked))}
      order by ${moves.createdAt} desc, ${moves.id} desc limit ${pageLength + 1}) as latest`;
  const rows = await db
    .select({ ...shared, id: moves.id, at: moves.createdAt, from: moves.from, to: moves.to })
    .from(moves)
    .innerJoin(posts, eq(posts.id, moves.postId))
    .leftJoin(users, eq(users.id, moves.actorId))
    .where(sql`${moves.id} in (${latest(moves.from)} union ${latest(moves.to)})`)
    .orderBy(desc(moves.createdAt), desc(moves.id))
    .limit(pageLength + 1);
  return rows.map(({ from, to, ...row }) => ({ ...row, type: "moved" as const, data: { from, to } }));
}

export type HistoryItem = Awaited<ReturnType<typeof listHistory>>["items"][number];
