import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleDrafts, articles, articleTexts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { type Move, placeAfter, placed, placeOf } from "../../core/in-order";
import { keepOrder } from "../../core/keep-order.server";
import { takeTurns } from "../../core/take-turns.server";
import { mayPublishArticles, mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

/** The articles of a section as they follow each other, drafts among them. Throws `forbidden`. */
export async function listInOrder(db: Db, viewer: User, sectionId: number) {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  const { number, language } = articles;
  const isOwn = (table: typeof articleTexts | typeof articleDrafts) =>
    and(eq(table.articleId, articles.id), eq(table.language, language));
  return db
    .select({ number, language, title: sql<string>`coalesce(${articleDrafts.title}, ${articleTexts.title}, '')` })
    .from(articles)
    .leftJoin(articleTexts, isOwn(articleTexts))
    .leftJoin(articleDrafts, isOwn(articleDrafts))
    .where(and(eq(articles.sectionId, sectionId), isNull(articles.archivedAt)))
    .orderBy(articles.position, articles.id);
}

interface MoveArticle {
  viewer: User;
  number: number;
  move: Move;
  at?: Date;
}

/** Puts an article elsewhere within its section. Throws `forbidden` or `notFound`. */
export async function moveArticle(db: Db, { viewer, number, move, at = new Date() }: MoveArticle): Promise<void> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    // Before any row: of two who move at once, neither holds what the other waits for.
    await takeTurns(tx, "order of articles");
    const [found] = await tx
      .select({ id: articles.id, sectionId: articles.sectionId })
      .from(articles)
      .where(and(eq(articles.number, number), isNull(articles.archivedAt)));
    if (!found) throw new DomainError("notFound");
    const all = await tx
      .select({ id: articles.number })
      .from(articles)
      .where(and(eq(articles.sectionId, found.sectionId), isNull(articles.archivedAt)))
      .orderBy(articles.position, articles.id);
    const moved = { id: number };
    const place = placeAfter(all, moved, move);
    if (place === placeOf(all, moved)) return;
    await keepOrder(tx, articles, placed(all, moved, place), articles.number);
    const data = { articleId: found.id, number };
    await recordEvent(tx, { type: "article.moved", actorId: viewer.id, data, at });
  });
}
