import { and, desc, eq, ne } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { moves, posts, users } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { htmlVersion, renderMarkdown } from "../../core/text/markdown.server";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type HeldPost, holdLivePost } from "./hold-post.server";
import { canMove, needsAnswer, withdrawnStatus } from "./lifecycle";
import type { Move } from "./move";

interface MovePost {
  viewer: User;
  number: number;
  /** The status the mover saw; when it is another by now, the move is refused. */
  from: PostStatus;
  move: Move;
  /** Answer the customers of linked tickets, instead of leaving a note for agents. */
  repliesToFreshdesk?: boolean;
  at?: Date;
}

/**
 * Moves a post through its lifecycle, with or without an official answer. Throws `forbidden`, `answerNeeded`,
 * `illegalMove`, `busy`, `notFound`, `postMerged` or `movedMeanwhile`.
 */
export async function movePost(db: Db, input: MovePost): Promise<void> {
  const { viewer, number, from, move, repliesToFreshdesk, at = new Date() } = input;
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  if (needsAnswer(move.to) && !move.answer) throw new DomainError("answerNeeded", { field: "answer" });
  const { html, version } = await renderMarkdown(move.answer, viewer.id);
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    if (post.status !== from) throw await movedMeanwhile(tx, post);
    if (!canMove(post, move.to)) throw new DomainError("illegalMove", { field: "to" });
    await writeMove(tx, post, {
      actorId: viewer.id,
      to: move.to,
      byAuthor: false,
      answerMarkdown: move.answer,
      answerHtml: html,
      htmlVersion: version,
      release: "release" in move ? move.release : "",
      createdAt: at,
      repliesToFreshdesk,
    });
  });
}

interface AnswerPost {
  viewer: User;
  number: number;
  /** Markdown. */
  answer: string;
  repliesToFreshdesk?: boolean;
  at?: Date;
}

/**
 * Answers officially, and leaves the post where it stands; followers hear of it as of a move. Throws `forbidden`,
 * `answerNeeded`, `busy`, `notFound` or `postMerged`.
 */
export async function answerPost(
  db: Db,
  { viewer, number, answer, repliesToFreshdesk, at = new Date() }: AnswerPost,
): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  if (!answer) throw new DomainError("answerNeeded", { field: "answer" });
  const { html, version } = await renderMarkdown(answer, viewer.id);
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    await writeMove(tx, post, {
      actorId: viewer.id,
      to: post.status,
      byAuthor: false,
      answerMarkdown: answer,
      answerHtml: html,
      htmlVersion: version,
      createdAt: at,
      repliesToFreshdesk,
    });
  });
}

/** Takes a move back: the post stands again where it stood, whether or not the lifecycle leads there from here. */
export async function moveBack(
  db: Db,
  { viewer, number, to, at = new Date() }: { viewer: User; number: number; to: PostStatus; at?: Date },
): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    await writeMove(tx, post, { actorId: viewer.id, to, byAuthor: false, createdAt: at });
  });
}

/**
 * The author needs the post no longer; possible while nobody has decided on it. Throws `notYourOpenPost`, `notFound`
 * or `postMerged`.
 */
export async function closeOwnPost(
  db: Db,
  { viewer, number, at = new Date() }: { viewer: User; number: number; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    const to = withdrawnStatus[post.kind];
    if (post.authorId !== viewer.id || post.status !== "open") throw new DomainError("notYourOpenPost");
    await writeMove(tx, post, { actorId: viewer.id, to, byAuthor: true, createdAt: at });
  });
}

interface MoveRow extends Omit<typeof moves.$inferInsert, "id" | "postId" | "from"> {
  createdAt: Date;
  repliesToFreshdesk?: boolean;
}

async function writeMove(tx: Db, post: HeldPost, { repliesToFreshdesk, ...row }: MoveRow): Promise<void> {
  const id = uuid();
  if (row.to !== post.status)
    await tx.update(posts).set({ status: row.to, movedAt: row.createdAt }).where(eq(posts.id, post.id));
  await tx.insert(moves).values({ htmlVersion, ...row, id, postId: post.id, from: post.status });
  await recordEvent(tx, {
    type: "post.status_changed",
    actorId: row.actorId,
    postId: post.id,
    data: {
      from: post.status,
      to: row.to,
      moveId: id,
      byAuthor: row.byAuthor ?? false,
      ...(repliesToFreshdesk && { repliesToFreshdesk }),
    },
    at: row.createdAt,
  });
}

async function movedMeanwhile(tx: Db, post: HeldPost): Promise<DomainError> {
  const [last] = await tx
    .select({ by: users.name })
    .from(moves)
    .innerJoin(users, eq(users.id, moves.actorId))
    .where(and(eq(moves.postId, post.id), ne(moves.from, moves.to)))
    .orderBy(desc(moves.id))
    .limit(1);
  return new DomainError("movedMeanwhile", { params: { by: last?.by ?? "?", status: post.status } });
}
