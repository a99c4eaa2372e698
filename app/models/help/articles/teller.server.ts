import { and, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { articles, articleTexts, events, notifications, users } from "#db/schema";
import { handlers, mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { gapsOf } from "../../telling/notifications/gaps";
import type { Place, Recipient, Teller, ToldEvent } from "../../telling/notifications/teller";
import type { Told } from "../../telling/notifications/told";

/** It is time that its owner looks at an article again. */
export interface ArticleNews extends Told {
  type: "article";
  article: { number: number; title: string };
}

export const articlesTeller: Teller<ArticleNews> = {
  tells: { "article.review_due": "article-due" },

  async recipients(db, event, { after, limit }) {
    const { articleId } = (event as ToldEvent<"article.review_due">).data;
    const { email, mailPace, movesInDigest, digestHour, digestDay, timeZone } = users;
    const found = await db
      .select({ userId: users.id, email, mailPace, movesInDigest, digestHour, digestDay, timeZone })
      .from(users)
      .innerJoin(articles, eq(articles.ownerId, users.id))
      .where(
        and(
          eq(articles.id, articleId),
          inArray(users.role, [...handlers]),
          isNotNull(email),
          isNull(users.blockedAt),
          after ? gt(users.id, after) : undefined,
        ),
      )
      .limit(limit);
    return found.map((person): Recipient => ({ ...person, email: person.email ?? "", reason: "replied", since: null }));
  },

  place: isOwnersArticle,
  isWhole: () => undefined,

  async news(db, ids) {
    const found = await db
      .select({
        notificationId: notifications.id,
        eventId: events.id,
        reason: notifications.reason,
        since: notifications.since,
        at: events.createdAt,
        number: articles.number,
        title: articleTexts.title,
      })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .innerJoin(articles, eq(articles.id, events.articleId))
      .leftJoin(
        articleTexts,
        and(eq(articleTexts.articleId, articles.id), eq(articleTexts.language, articles.language)),
      )
      .where(inArray(notifications.id, ids));
    return found.map(({ number, title, ...told }) => ({
      ...told,
      type: "article",
      actorName: null,
      article: { number, title: title ?? String(number) },
    }));
  },

  describe(words, { article, ...news }) {
    return {
      sentence: words.t("notifications.says.article.review_due", gapsOf(words, news, { title: article.title })),
      path: `/staff/help/${article.number}`,
    };
  },
};

/** The article is still in use and theirs, and they still write articles. */
function isOwnersArticle(isWhole: SQL, reader?: User): ReturnType<Place> {
  const mayWrite = reader ? sql.raw(String(mayWriteArticles(reader))) : sql`${users.role} in ${[...handlers]}`;
  return sql`exists (select from ${articles} where ${articles.id} = ${events.articleId}
    and ${articles.ownerId} = ${notifications.userId} and ${articles.archivedAt} is null
    and ${mayWrite} and ${isWhole})`;
}
