import { and, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, deliveries, events, notifications, posts, users } from "#db/schema";
import { DomainError, type Problem } from "../../core/domain-error";
import type { Portal } from "../../core/settings/settings.server";
import { domainOf } from "../../core/text/address";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { asViewer } from "../../feedback/boards/as-viewer.server";
import { commentEdit } from "../../feedback/comments/draft";
import type { AnsweredByMail } from "../../feedback/comments/reply-tokens.server";
import { submitComment } from "../../feedback/comments/submit-comment.server";
import { findStandingPost } from "../../feedback/posts/duplicates.server";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import type { Refusal } from "./refusals";

interface CommentByMail {
  answered: AnsweredByMail;
  /** Of the row that keeps the mail. */
  mailId: string;
  sender: string;
  /** Markdown. */
  body: string;
  /** The same for the same mail. */
  commentId: string;
  sameAs: string;
  portal: Portal;
  at: Date;
}

type Outcome = { outcome: "answered"; postId: string } | { outcome: "refused"; reason: Refusal; postId?: string };

/** What somebody answers to a mail that told of a comment is their comment on its post; or they are mailed why not. */
export async function commentByMail(db: Db, input: CommentByMail): Promise<Outcome> {
  const told = await findTold(db, input.answered);
  if (!told || told.email !== input.sender) return refuse(db, input, { reason: "stranger" });
  const { userId, postId } = told;
  const refused = await comment(db, input, told);
  return refused ? refuse(db, input, { reason: refused, userId, postId }) : { outcome: "answered", postId };
}

type Told = NonNullable<Awaited<ReturnType<typeof findTold>>>;

/** Whom a notification told of what; nobody knows any more where they, or the post, are gone. */
async function findTold(db: Db, { notificationId, isOnlyOne }: AnsweredByMail) {
  const { id, name, role, language, email, blockedAt } = users;
  const [told] = await db
    .select({
      userId: id,
      user: { id, name, role, language },
      email,
      blockedAt,
      postId: posts.id,
      number: posts.number,
      comment: { id: comments.id, parentId: comments.parentId, deletedAt: comments.deletedAt },
    })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .innerJoin(posts, eq(posts.id, notifications.postId))
    .innerJoin(events, eq(events.id, notifications.eventId))
    .leftJoin(comments, eq(comments.id, events.commentId))
    .where(eq(notifications.id, notificationId));
  return told && { ...told, comment: isOnlyOne ? told.comment : null };
}

/** Resolves to why it could not be; what only hinders now, as a database that is busy does, is thrown. */
async function comment(db: Db, { body, commentId, sameAs, portal, at }: CommentByMail, told: Told) {
  if (told.blockedAt) return "blocked";
  if (!commentEdit.safeParse({ body }).success) return "tooLong";
  const viewer = await asViewer({ db, portal }, userBehind(told, portal));
  const post = await findStandingPost(db, viewer, told.number);
  if (!post) return "gone";
  const parentId = told.comment && !told.comment.deletedAt ? (told.comment.parentId ?? told.comment.id) : null;
  const written = { viewer, number: post.number, id: commentId, body, parentId, sameAs, at };
  return submitComment(db, written).then(() => undefined, asRefusal);
}

/** A mail proves no passkey: where the team needs them, whoever is of it says no more than members may. */
function userBehind({ user, email }: Told, { settings }: Portal): User {
  const isLess = settings.staffNeedPasskey && isStaff(user);
  return { ...user, ...(isLess && { role: "member" }), domain: email ? domainOf(email) : undefined };
}

const reasons: Partial<Record<Problem, Refusal>> = {
  commentingLimited: "limited",
  postLocked: "locked",
  notFound: "gone",
};

function asRefusal(error: unknown): Refusal {
  const reason = error instanceof DomainError ? reasons[error.code] : undefined;
  if (!reason) throw error;
  return reason;
}

const day = 24 * 60 * 60_000;
/** Refusals that one address gets in a day, so that no two programs write to each other for ever. */
const mostOfDay = 10;

interface Refused {
  reason: Refusal;
  /** Missing where the sender is somebody else: they learn of neither. */
  userId?: string;
  postId?: string;
}

async function refuse(
  db: Db,
  { mailId, sender, at }: CommentByMail,
  { reason, userId = undefined, postId }: Refused,
): Promise<Outcome> {
  const { kind, to, createdAt, incomingMailId } = deliveries;
  await db.transaction(async (tx) => {
    const ofDay = and(eq(to, sender), eq(kind, "comment-refused"), gt(createdAt, new Date(at.getTime() - day)));
    const isQueued = (await tx.$count(deliveries, eq(incomingMailId, mailId))) > 0;
    if (isQueued || (await tx.$count(deliveries, ofDay)) >= mostOfDay) return;
    const mail = { kind: "comment-refused" as const, userId: userId ?? null, to: sender, incomingMailId: mailId };
    await queueDeliveries(tx, [{ ...mail, notificationIds: [] }], at);
  });
  return { outcome: "refused", reason, postId };
}
