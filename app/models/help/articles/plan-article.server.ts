import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { articleDrafts, articles, users } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { renderInJob } from "../../core/text/markdown.server";
import { mayPublishArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type ArticleDraft, findTexts, holdArticle } from "./hold-article.server";
import { publishHeld } from "./publish-article.server";

interface Change {
  viewer: User;
  number: number;
  language: Language;
  at?: Date;
}

/** Asks those who publish to read what was written. Throws `nothingToPublish`, `forbidden` or `notFound`. */
export async function askForReview(db: Db, { viewer, number, language, at = new Date() }: Change): Promise<void> {
  await db.transaction(async (tx) => {
    const { id: articleId } = await holdArticle(tx, viewer, number);
    const { draft } = await findTexts(tx, { articleId, language });
    if (!draft) throw new DomainError("nothingToPublish");
    if (draft.isInReview) return;
    await tx.update(articleDrafts).set({ isInReview: true }).where(isThis(draft));
    const data = { articleId, number, language };
    await recordEvent(tx, { type: "article.review_asked", actorId: viewer.id, data, at });
  });
}

/**
 * Gives what was written the time at which it is to be shown, or another one; without a time it is taken back. Throws `momentPast`,
 * `nothingToPublish`, `articleArchived`, `forbidden` or `notFound`.
 */
export async function scheduleArticle(
  db: Db,
  { viewer, number, language, for: moment, at = new Date() }: Change & { for: Date | null },
): Promise<void> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  if (moment && moment <= at) throw new DomainError("momentPast", { field: "moment" });
  await db.transaction(async (tx) => {
    const { id: articleId, archivedAt } = await holdArticle(tx, viewer, number);
    if (archivedAt) throw new DomainError("articleArchived");
    const { draft } = await findTexts(tx, { articleId, language });
    if (!draft) throw new DomainError("nothingToPublish");
    if (+(draft.scheduledFor ?? 0) === +(moment ?? 0)) return;
    const planned = { scheduledFor: moment, schedulerId: moment && viewer.id, refusal: null };
    await tx.update(articleDrafts).set(planned).where(isThis(draft));
    if (moment) await enqueue(tx, [{ name: "publish-due-articles", data: {}, startAfter: moment }]);
    const which = { articleId, number, language };
    await recordEvent(
      tx,
      moment
        ? { type: "article.scheduled", actorId: viewer.id, data: { ...which, for: moment.toISOString() }, at }
        : { type: "article.unscheduled", actorId: viewer.id, data: which, at },
    );
  });
}

const isThis = ({ articleId, language }: Pick<ArticleDraft, "articleId" | "language">) =>
  and(eq(articleDrafts.articleId, articleId), eq(articleDrafts.language, language));

/** Shows what is due, the earliest first. What cannot be shown is a draft again, and says why. */
export async function publishDueArticles(db: Db, at: Date): Promise<void> {
  for (;;) {
    const [due] = await db
      .select({ number: articles.number, language: articleDrafts.language, bodyMarkdown: articleDrafts.bodyMarkdown })
      .from(articleDrafts)
      .innerJoin(articles, eq(articles.id, articleDrafts.articleId))
      .where(lte(articleDrafts.scheduledFor, at))
      .orderBy(asc(articleDrafts.scheduledFor), asc(articles.number))
      .limit(1);
    if (!due) return;
    await publishOne(db, due as Due, at);
  }
}

interface Due {
  number: number;
  language: Language;
  bodyMarkdown: string;
}

/** Where somebody changed it while it was rendered, its turn comes again. */
async function publishOne(db: Db, { number, language, bodyMarkdown }: Due, at: Date): Promise<void> {
  const rendered = await renderInJob(bodyMarkdown, "publish-due-articles");
  await db.transaction(async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.number, number)).for("update");
    if (!article) return;
    const { draft } = await findTexts(tx, { articleId: article.id, language });
    if (!draft?.scheduledFor || draft.scheduledFor > at || draft.bodyMarkdown !== bodyMarkdown) return;
    try {
      const viewer = await findScheduler(tx, draft.schedulerId);
      await tx.transaction((step) => publishHeld(step, { viewer, article, draft, rendered, at }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await refuse(tx, { number, draft }, error, at);
    }
  });
}

async function findScheduler(tx: Db, id: string | null): Promise<User> {
  const { name, role, language } = users;
  const isThem = and(eq(users.id, id ?? ""), isNull(users.blockedAt));
  const [found] = id ? await tx.select({ id: users.id, name, role, language }).from(users).where(isThem) : [];
  if (!found || !mayPublishArticles(found)) throw new DomainError("forbidden");
  return found;
}

async function refuse(
  tx: Db,
  { number, draft }: { number: number; draft: ArticleDraft },
  { code, details }: DomainError,
  at: Date,
): Promise<void> {
  await tx
    .update(articleDrafts)
    .set({ scheduledFor: null, schedulerId: null, refusal: { code, params: details.params ?? {} } })
    .where(isThis(draft));
  const { articleId, language } = draft;
  const data = { articleId, number, language, problem: code };
  await recordEvent(tx, { type: "article.refused", actorId: null, data, at });
}
