import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, helpSections } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isShown, visibleArticles } from "../articles/visible-articles.server";
import { mostArticlesCounted } from "./most-counted";

/** The sections in their order, with how many articles a viewer can read in each, up to one more than are counted. */
export function listSections(db: Db, viewer: Viewer) {
  const { id, key, names, descriptions, slug, icon } = helpSections;
  const readable = db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.sectionId, id), visibleArticles(viewer), isShown))
    .limit(mostArticlesCounted + 1);
  return db
    .select({
      ...{ id, key, names, descriptions, slug, icon },
      count: sql<number>`(select count(*)::int from (${readable}) as counted)`,
    })
    .from(helpSections)
    .orderBy(asc(helpSections.position), asc(id));
}

export async function findSection(db: Db, slug: string) {
  const [section] = await db.select().from(helpSections).where(eq(helpSections.slug, slug));
  return section;
}

export type ListedSection = Awaited<ReturnType<typeof listSections>>[number];
