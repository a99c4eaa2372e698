import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bugDetails, comments, posts } from "#db/schema";
import { plainText } from "../../core/search-index/plain-text";
import type { Viewer } from "../../core/users/viewer";
import { homes, isShownOn } from "../comments/shown-comments.server";
import type { PostRow } from "../posts/list-posts.server";
import { beginningOf, type IsHit, snippetOf } from "./highlight";
import type { Snippet } from "./results";

/** Texts of others that are looked through for one page of results. */
const mostTexts = 400;

/** Where each post says what was searched for: itself, or a comment or a duplicate that this viewer may read. */
export async function findSnippets(
  db: Db,
  viewer: Viewer,
  shown: PostRow[],
  isHit: IsHit,
): Promise<Map<number, Snippet>> {
  const bodies = await readBodies(db, shown);
  const snippets = new Map<number, Snippet>();
  const silent: PostRow[] = [];
  for (const post of shown) {
    const body = bodies.get(post.number) ?? "";
    const segments = snippetOf(body, isHit);
    if (!segments && !snippetOf(post.title, isHit)) silent.push(post);
    snippets.set(post.number, { from: "body", segments: segments ?? beginningOf(body, isHit) });
  }
  for (const { number, from, html } of await readOthers(db, viewer, silent)) {
    if (snippets.get(number)?.from !== "body") continue;
    const segments = snippetOf(plainText(html), isHit);
    if (segments) snippets.set(number, { from, segments });
  }
  return snippets;
}

async function readBodies(db: Db, shown: PostRow[]): Promise<Map<number, string>> {
  if (shown.length === 0) return new Map();
  const bug = sql<string>`concat_ws(' ', ${bugDetails.stepsHtml}, ${bugDetails.expectedHtml}, ${bugDetails.actualHtml},
    ${bugDetails.version})`;
  const rows = await db
    .select({ number: posts.number, html: posts.bodyHtml, bug })
    .from(posts)
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .where(inArray(posts.number, numbersOf(shown)));
  return new Map(rows.map(({ number, html, bug }) => [number, plainText(`${html} ${bug}`)]));
}

interface OtherText {
  number: number;
  from: "comment" | "duplicate";
  html: string;
}

async function readOthers(db: Db, viewer: Viewer, silent: PostRow[]): Promise<OtherText[]> {
  if (silent.length === 0) return [];
  const onThese = inArray(posts.number, numbersOf(silent));
  const merged = await db
    .select({
      number: posts.number,
      html: sql<string>`concat_ws(' ', replace(${homes.title}, '<', '&lt;'), ${homes.bodyHtml})`,
    })
    .from(homes)
    .innerJoin(posts, isShownOn(db, viewer))
    .where(and(onThese, sql`${homes.mergedInto} = ${posts.id}`, isNull(homes.deletedAt)))
    .limit(mostTexts);
  const said = await db
    .select({ number: posts.number, html: comments.bodyHtml })
    .from(posts)
    .innerJoin(homes, or(eq(homes.id, posts.id), eq(homes.mergedInto, posts.id)))
    .innerJoin(comments, eq(comments.postId, homes.id))
    .where(and(onThese, isShownOn(db, viewer), isNull(comments.deletedAt), isNull(homes.deletedAt)))
    .orderBy(asc(comments.createdAt))
    .limit(mostTexts);
  return [
    ...merged.map((text) => ({ ...text, from: "duplicate" as const })),
    ...said.map((text) => ({ ...text, from: "comment" as const })),
  ];
}

const numbersOf = (some: PostRow[]): number[] => some.map(({ number }) => number);
