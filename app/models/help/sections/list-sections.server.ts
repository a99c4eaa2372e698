import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, helpSections } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isShown, visibleArticles } from "../articles/visible-articles.server";

/** The sections in their order, with how many articles a viewer can read in each. */
export function listSections(db: Db, viewer: Viewer) {
  const { id, key, names, descriptions, slug, icon } = helpSections;
  const readable = db
    .select({ count: sql<number>`count(*)::int` })
    .from(articles)
    .where(and(eq(articles.sectionId, id), visibleArticles(viewer), isShown));
  return db
    .select({ ...{ id, key, names, descriptions, slug, icon }, count: sql<number>`(${readable})` })
    .from(helpSections)
    .orderBy(asc(helpSections.position), asc(id));
}

export async function findSection(db: Db, slug: string) {
  const [section] = await db.select().from(helpSections).where(eq(helpSections.slug, slug));
  return section;
}

export type ListedSection = Awaited<ReturnType<typeof listSections>>[number];
