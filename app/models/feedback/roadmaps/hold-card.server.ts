import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, roadmapCards } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { DomainError } from "../../core/domain-error";
import type { User } from "../../core/users/viewer";
import { listedPosts } from "../posts/visible-posts.server";
import type { Target } from "./target";

export interface HeldCard {
  postId: string;
  number: number;
  title: string;
  status: PostStatus;
  /** Null where its status decides. */
  columnId: number | null;
  target: Target;
  note: string;
}

/** What the roadmap says of a post, which stands still as long as the roadmap is held. */
async function findCard(db: Db, viewer: User, roadmapId: number, number: number): Promise<HeldCard | undefined> {
  const [card] = await db
    .select({
      postId: posts.id,
      number: posts.number,
      title: posts.title,
      status: posts.status,
      columnId: roadmapCards.columnId,
      target: roadmapCards.target,
      note: roadmapCards.note,
    })
    .from(posts)
    .leftJoin(roadmapCards, and(eq(roadmapCards.postId, posts.id), eq(roadmapCards.roadmapId, roadmapId)))
    .where(and(eq(posts.number, number), listedPosts(db, viewer)));
  return card && { ...card, target: (card.target ?? "") as Target, note: card.note ?? "" };
}

export async function requireCard(tx: Db, viewer: User, roadmapId: number, number: number): Promise<HeldCard> {
  const card = await findCard(tx, viewer, roadmapId, number);
  if (!card) throw new DomainError("notFound");
  return card;
}

export interface Place {
  number: number;
  rank: string;
  /** Deleted and merged posts keep their places, which nobody sees. */
  isListed: boolean;
}

/** The places of a column from top to bottom. */
export async function listPlaces(tx: Db, columnId: number): Promise<Place[]> {
  const places = await tx
    .select({
      number: posts.number,
      rank: roadmapCards.rank,
      deletedAt: posts.deletedAt,
      mergedInto: posts.mergedInto,
    })
    .from(roadmapCards)
    .innerJoin(posts, eq(posts.id, roadmapCards.postId))
    .where(eq(roadmapCards.columnId, columnId))
    .orderBy(asc(roadmapCards.rank));
  return places.map(({ number, rank, deletedAt, mergedInto }) => ({
    number,
    rank: rank ?? "",
    isListed: !deletedAt && !mergedInto,
  }));
}
