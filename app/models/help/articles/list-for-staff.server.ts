import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleDrafts, articles, articleTexts, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

/** As an article stands in the language that it is written in. */
export const articleStates = ["draft", "review", "scheduled", "published", "archived"] as const;

export type ArticleState = (typeof articleStates)[number];

export interface StaffFilter {
  state?: ArticleState;
  section?: number;
  owner?: "me";
}

/** What is shown of an article in a language. */
interface ListedText {
  language: string;
  /** Of a translation whose original has changed since. */
  isOutdated: boolean;
}

const mostListed = 200;

/** Articles as the team sees them, those that were changed last first. Throws `forbidden`. */
export async function listForStaff(db: Db, viewer: User, { state, section, owner }: StaffFilter) {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  const { id, number, sectionId, audience, language, reviewOn, archivedAt } = articles;
  const isOwn = (table: typeof articleTexts | typeof articleDrafts) =>
    and(eq(table.articleId, id), eq(table.language, language));
  const texts = sql<ListedText[]>`(select coalesce(json_agg(json_build_object('language', t.language, 'isOutdated',
      t.translation_of is not null and t.translation_of < ${articleTexts.version}) order by t.language), '[]')
    from article_texts t where t.article_id = ${id})`;
  const found = await db
    .select({
      ...{ id, number, sectionId, audience, language, reviewOn, archivedAt, texts },
      title: sql<string>`coalesce(${articleDrafts.title}, ${articleTexts.title}, '')`,
      ownerName: users.name,
      publishedAt: articleTexts.publishedAt,
      savedAt: articleDrafts.savedAt,
      isInReview: articleDrafts.isInReview,
      scheduledFor: articleDrafts.scheduledFor,
    })
    .from(articles)
    .leftJoin(articleTexts, isOwn(articleTexts))
    .leftJoin(articleDrafts, isOwn(articleDrafts))
    .leftJoin(users, eq(users.id, articles.ownerId))
    .where(
      and(
        state ? isIn(state) : isNull(archivedAt),
        section ? eq(sectionId, section) : undefined,
        owner ? eq(articles.ownerId, viewer.id) : undefined,
      ),
    )
    .orderBy(desc(sql`greatest(${articleDrafts.savedAt}, ${articleTexts.changedAt})`), asc(id))
    .limit(mostListed);
  return found.map((article) => ({ ...article, state: stateOf(article) }));
}

function isIn(state: ArticleState): SQL | undefined {
  if (state === "archived") return isNotNull(articles.archivedAt);
  const is = {
    published: isNotNull(articleTexts.articleId),
    scheduled: isNotNull(articleDrafts.scheduledFor),
    review: and(eq(articleDrafts.isInReview, true), isNull(articleDrafts.scheduledFor)),
    draft: and(
      isNotNull(articleDrafts.articleId),
      isNull(articleDrafts.scheduledFor),
      eq(articleDrafts.isInReview, false),
    ),
  };
  return and(isNull(articles.archivedAt), is[state]);
}

interface Standing {
  archivedAt: Date | null;
  publishedAt: Date | null;
  savedAt: Date | null;
  isInReview: boolean | null;
  scheduledFor: Date | null;
}

/** What is said of it first: a draft of what is published is a draft. */
function stateOf({ archivedAt, publishedAt, savedAt, isInReview, scheduledFor }: Standing): ArticleState {
  if (archivedAt) return "archived";
  if (scheduledFor) return "scheduled";
  if (isInReview) return "review";
  return savedAt || !publishedAt ? "draft" : "published";
}

/** How many texts somebody is asked to read before they are published. Throws `forbidden`. */
export async function countInReview(db: Db, viewer: User): Promise<number> {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  return db.$count(articleDrafts, sql`is_in_review and scheduled_for is null`);
}
