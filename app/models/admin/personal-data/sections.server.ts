import { and, asc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import {
  articleDrafts,
  articleJudgements,
  articles,
  articleTexts,
  attachments,
  bugDetails,
  comments,
  deliveries,
  entries,
  escalationRequests,
  events,
  follows,
  identities,
  moves,
  notes,
  notifications,
  passkeys,
  personalTokens,
  posts,
  revisions,
  roadmaps,
  sessions,
  solutionChecks,
  subscribers,
  supporters,
  ticketMessages,
  ticketPeople,
  tickets,
  votes,
} from "#db/schema";
import type { User } from "../../core/users/viewer";
import { visiblePosts } from "../../feedback/posts/visible-posts.server";
import { isViewerIn } from "../../support/tickets/visible-tickets.server";

interface Page {
  /** The key of the last row of the page before. */
  after?: string;
  limit: number;
}

/** A page of what a person has of one sort, in the order of its keys. */
export type Section = (db: Db, viewer: User, page: Page) => Promise<{ key: string }[]>;

/** A post by its number; its title only where the person may read it today. */
const postOf = (db: Db, viewer: User) => ({
  post: posts.number,
  title: sql<string | null>`case when ${visiblePosts(db, viewer)} then ${posts.title} end`,
});

/** What only the requester of a ticket has said. */
const ofRequester = <Value>(column: PgColumn) =>
  sql<Value>`case when ${ticketPeople.role} = 'requester' then ${column} end`;

const numberOfTicket = sql<string>`'ST-' || ${tickets.year} || '-' || lpad(${tickets.serial}::text, 4, '0')`;

const pageOf = (key: PgColumn, { after }: Page, ...isOwn: (SQL | undefined)[]) =>
  and(...isOwn, after ? gt(key, after) : undefined);

/** Nothing that belongs to others (what they wrote, who they are), and nothing that opens a door (codes, tokens). */
export const sections = {
  posts: (db, { id }, page) =>
    db
      .select({
        key: posts.id,
        number: posts.number,
        kind: posts.kind,
        status: posts.status,
        title: posts.title,
        body: posts.bodyMarkdown,
        steps: bugDetails.stepsMarkdown,
        expected: bugDetails.expectedMarkdown,
        actual: bugDetails.actualMarkdown,
        version: bugDetails.version,
        createdAt: posts.createdAt,
        editedAt: posts.editedAt,
        deletedAt: posts.deletedAt,
      })
      .from(posts)
      .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
      .where(pageOf(posts.id, page, eq(posts.authorId, id)))
      .orderBy(asc(posts.id))
      .limit(page.limit),

  comments: (db, viewer, page) =>
    db
      .select({
        key: comments.id,
        ...postOf(db, viewer),
        body: comments.bodyMarkdown,
        isReply: sql<boolean>`${comments.parentId} is not null`,
        createdAt: comments.createdAt,
        editedAt: comments.editedAt,
        deletedAt: comments.deletedAt,
      })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(pageOf(comments.id, page, eq(comments.authorId, viewer.id)))
      .orderBy(asc(comments.id))
      .limit(page.limit),

  /** What own texts said before they were changed by the person themselves. */
  formerTexts: (db, viewer, page) =>
    db
      .select({
        key: sql<string>`${revisions.id}::text`,
        ...postOf(db, viewer),
        before: revisions.before,
        changedAt: revisions.createdAt,
      })
      .from(revisions)
      .innerJoin(posts, eq(posts.id, revisions.postId))
      .leftJoin(comments, eq(comments.id, revisions.commentId))
      .where(
        and(
          sql`coalesce(${comments.authorId}, ${posts.authorId}) = ${viewer.id}`,
          inArray(revisions.editorId, [viewer.id]),
          page.after ? gt(revisions.id, Number(page.after)) : undefined,
        ),
      )
      .orderBy(asc(revisions.id))
      .limit(page.limit),

  votes: (db, viewer, page) =>
    db
      .select({ key: votes.postId, ...postOf(db, viewer), votedAt: votes.createdAt })
      .from(votes)
      .innerJoin(posts, eq(posts.id, votes.postId))
      .where(pageOf(votes.postId, page, eq(votes.userId, viewer.id)))
      .orderBy(asc(votes.postId))
      .limit(page.limit),

  follows: (db, viewer, page) =>
    db
      .select({ key: follows.postId, ...postOf(db, viewer), level: follows.level, since: follows.createdAt })
      .from(follows)
      .innerJoin(posts, eq(posts.id, follows.postId))
      .where(pageOf(follows.postId, page, eq(follows.userId, viewer.id)))
      .orderBy(asc(follows.postId))
      .limit(page.limit),

  /** Their bytes are had from where they are shown. */
  files: (db, { id }, page) =>
    db
      .select({
        key: attachments.id,
        address: sql<string>`'/files/' || ${attachments.id}`,
        name: attachments.name,
        description: attachments.alt,
        mediaType: attachments.mediaType,
        bytes: attachments.bytes,
        createdAt: attachments.createdAt,
        removedAt: attachments.removedAt,
      })
      .from(attachments)
      .where(pageOf(attachments.id, page, eq(attachments.uploaderId, id)))
      .orderBy(asc(attachments.id))
      .limit(page.limit),

  moves: (db, viewer, page) =>
    db
      .select({
        key: moves.id,
        ...postOf(db, viewer),
        from: moves.from,
        to: moves.to,
        answer: moves.answerMarkdown,
        movedAt: moves.createdAt,
      })
      .from(moves)
      .innerJoin(posts, eq(posts.id, moves.postId))
      .where(pageOf(moves.id, page, eq(moves.actorId, viewer.id)))
      .orderBy(asc(moves.id))
      .limit(page.limit),

  didItSolveThis: (db, viewer, page) =>
    db
      .select({
        key: solutionChecks.postId,
        ...postOf(db, viewer),
        isSolved: solutionChecks.isSolved,
        askedAt: solutionChecks.askedAt,
        answeredAt: solutionChecks.judgedAt,
      })
      .from(solutionChecks)
      .innerJoin(posts, eq(posts.id, solutionChecks.postId))
      .where(pageOf(solutionChecks.postId, page, eq(solutionChecks.userId, viewer.id)))
      .orderBy(asc(solutionChecks.postId))
      .limit(page.limit),

  notifications: (db, viewer, page) =>
    db
      .select({
        key: notifications.id,
        ...postOf(db, viewer),
        about: events.type,
        reason: notifications.reason,
        createdAt: notifications.createdAt,
        readAt: notifications.readAt,
      })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .innerJoin(posts, eq(posts.id, notifications.postId))
      .where(pageOf(notifications.id, page, eq(notifications.userId, viewer.id)))
      .orderBy(asc(notifications.id))
      .limit(page.limit),

  /** That there was a mail and what became of it. Words are not kept; a subject may hold a code or others' titles. */
  mails: (db, { id }, page) =>
    db
      .select({
        key: deliveries.id,
        kind: deliveries.kind,
        to: deliveries.to,
        status: deliveries.status,
        createdAt: deliveries.createdAt,
        handedOverAt: deliveries.handedOverAt,
      })
      .from(deliveries)
      .where(
        pageOf(
          deliveries.id,
          page,
          sql`(${deliveries.userId} = ${id} or ${deliveries.to} = (select email from users where id = ${id}))`,
        ),
      )
      .orderBy(asc(deliveries.id))
      .limit(page.limit),

  /** Those that they have opened, or were added to. */
  tickets: (db, viewer, page) =>
    db
      .select({
        key: ticketPeople.id,
        number: numberOfTicket,
        subject: tickets.subject,
        status: tickets.status,
        role: ticketPeople.role,
        createdAt: tickets.createdAt,
        rating: ofRequester<number | null>(tickets.rating),
        ratingText: ofRequester<string | null>(tickets.ratingText),
        reasonForEscalation: ofRequester<string | null>(escalationRequests.reason),
      })
      .from(ticketPeople)
      .innerJoin(tickets, eq(tickets.id, ticketPeople.ticketId))
      .leftJoin(escalationRequests, eq(escalationRequests.ticketId, tickets.id))
      .where(pageOf(ticketPeople.id, page, isViewerIn(db, viewer)))
      .orderBy(asc(ticketPeople.id))
      .limit(page.limit),

  /** What they said in tickets, as one of its people or of the team. */
  ticketMessages: (db, viewer, page) =>
    db
      .select({
        key: ticketMessages.id,
        ticket: numberOfTicket,
        kind: ticketMessages.kind,
        body: ticketMessages.bodyMarkdown,
        createdAt: ticketMessages.createdAt,
      })
      .from(ticketMessages)
      .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
      .where(
        pageOf(
          ticketMessages.id,
          page,
          or(
            eq(ticketMessages.agentId, viewer.id),
            inArray(
              ticketMessages.personId,
              db.select({ id: ticketPeople.id }).from(ticketPeople).where(isViewerIn(db, viewer)),
            ),
          ),
        ),
      )
      .orderBy(asc(ticketMessages.id))
      .limit(page.limit),

  /** Posts for which support requests of theirs wait. */
  supportRequests: (db, viewer, page) =>
    db
      .select({
        key: supporters.id,
        ...postOf(db, viewer),
        state: supporters.state,
        askedAt: supporters.askedAt,
        answeredAt: supporters.decidedAt,
      })
      .from(supporters)
      .innerJoin(posts, eq(posts.id, supporters.postId))
      .where(
        pageOf(
          supporters.id,
          page,
          sql`(${supporters.userId} = ${viewer.id}
            or ${supporters.email} = (select email from users where id = ${viewer.id}))`,
        ),
      )
      .orderBy(asc(supporters.id))
      .limit(page.limit),

  subscriptions: (db, { id }, page) =>
    db
      .select({
        key: subscribers.id,
        roadmap: roadmaps.slug,
        since: subscribers.confirmedAt,
        askedAt: subscribers.askedAt,
      })
      .from(subscribers)
      .leftJoin(roadmaps, eq(roadmaps.id, subscribers.roadmapId))
      .where(
        pageOf(
          subscribers.id,
          page,
          sql`(${subscribers.userId} = ${id} or ${subscribers.email} = (select email from users where id = ${id}))`,
        ),
      )
      .orderBy(asc(subscribers.id))
      .limit(page.limit),

  changelogEntries: (db, { id }, page) =>
    db
      .select({
        key: entries.id,
        number: entries.number,
        title: entries.title,
        body: entries.bodyMarkdown,
        createdAt: entries.createdAt,
        publishedAt: entries.publishedAt,
      })
      .from(entries)
      .where(pageOf(entries.id, page, eq(entries.authorId, id)))
      .orderBy(asc(entries.id))
      .limit(page.limit),

  /** Of the knowledge base: what they began, as it is shown or else as it is being written. */
  articles: (db, { id }, page) =>
    db
      .select({
        key: articles.id,
        number: articles.number,
        title: sql<string | null>`coalesce(${articleTexts.title}, ${articleDrafts.title})`,
        body: sql<string | null>`coalesce(${articleTexts.bodyMarkdown}, ${articleDrafts.bodyMarkdown})`,
        createdAt: articles.createdAt,
        publishedAt: articleTexts.publishedAt,
      })
      .from(articles)
      .leftJoin(
        articleTexts,
        and(eq(articleTexts.articleId, articles.id), eq(articleTexts.language, articles.language)),
      )
      .leftJoin(
        articleDrafts,
        and(eq(articleDrafts.articleId, articles.id), eq(articleDrafts.language, articles.language)),
      )
      .where(pageOf(articles.id, page, eq(articles.authorId, id)))
      .orderBy(asc(articles.id))
      .limit(page.limit),

  /** Whether articles have helped them. */
  articleJudgements: (db, { id }, page) =>
    db
      .select({
        key: articleJudgements.articleId,
        article: articles.number,
        hasHelped: articleJudgements.isHelpful,
        reason: articleJudgements.reason,
        words: articleJudgements.words,
        at: articleJudgements.judgedAt,
      })
      .from(articleJudgements)
      .innerJoin(articles, eq(articles.id, articleJudgements.articleId))
      .where(pageOf(articleJudgements.articleId, page, eq(articleJudgements.userId, id)))
      .orderBy(asc(articleJudgements.articleId))
      .limit(page.limit),

  /** On posts, for the team. */
  notes: (db, viewer, page) =>
    db
      .select({
        key: notes.id,
        ...postOf(db, viewer),
        body: notes.bodyMarkdown,
        createdAt: notes.createdAt,
        editedAt: notes.editedAt,
      })
      .from(notes)
      .innerJoin(posts, eq(posts.id, notes.postId))
      .where(pageOf(notes.id, page, eq(notes.authorId, viewer.id)))
      .orderBy(asc(notes.id))
      .limit(page.limit),

  /** By what they sign in beside the code. */
  identities: (db, { id }, page) =>
    db
      .select({
        key: identities.id,
        provider: identities.provider,
        subject: identities.subject,
        email: identities.email,
        since: identities.createdAt,
        usedAt: identities.usedAt,
      })
      .from(identities)
      .where(pageOf(identities.id, page, eq(identities.userId, id)))
      .orderBy(asc(identities.id))
      .limit(page.limit),

  passkeys: (db, { id }, page) =>
    db
      .select({ key: passkeys.id, name: passkeys.name, since: passkeys.createdAt, usedAt: passkeys.usedAt })
      .from(passkeys)
      .where(pageOf(passkeys.id, page, eq(passkeys.userId, id)))
      .orderBy(asc(passkeys.id))
      .limit(page.limit),

  /** Without what opens anything. */
  accessTokens: (db, { id }, page) =>
    db
      .select({
        key: personalTokens.id,
        name: personalTokens.name,
        scopes: personalTokens.scopes,
        since: personalTokens.createdAt,
        usedAt: personalTokens.usedAt,
        expiresAt: personalTokens.expiresAt,
      })
      .from(personalTokens)
      .where(pageOf(personalTokens.id, page, eq(personalTokens.userId, id)))
      .orderBy(asc(personalTokens.id))
      .limit(page.limit),

  devices: async (db, { id }, page) => {
    if (page.after) return [];
    const { createdAt, seenAt, expiresAt, device, way } = sessions;
    const found = await db
      .select({ device, signedInBy: way, signedInAt: createdAt, usedAt: seenAt, expiresAt })
      .from(sessions)
      .where(eq(sessions.userId, id));
    return found.map((one, i) => ({ key: String(i), ...one }));
  },
} satisfies Record<string, Section>;
