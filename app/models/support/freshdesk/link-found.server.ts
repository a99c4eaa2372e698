import { and, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { addLink, findUnlinking, listStandingLinks } from "./link-ticket.server";

/** A post's number, found in a ticket. */
export interface Mention {
  number: number;
  origin: "note" | "field";
  /** When it was written; null where Freshdesk does not say. */
  at: Date | null;
}

/**
 * Links a ticket to the posts whose addresses an agent left in it. What somebody has taken apart since stays apart.
 */
export async function linkFound(db: Db, ticket: number, mentions: Mention[], at: Date): Promise<void> {
  if (mentions.length === 0) return;
  const numbers = mentions.map(({ number }) => number);
  const found = await db
    .select({ id: posts.id, number: posts.number })
    .from(posts)
    .where(and(inArray(posts.number, numbers), isNull(posts.deletedAt)));
  const standing = new Set((await listStandingLinks(db, ticket)).map(({ postId }) => postId));
  for (const { id, number } of found.filter(({ id }) => !standing.has(id))) {
    const unlinked = await findUnlinking(db, id, ticket);
    const mention = mentions.find((one) => one.number === number && (!unlinked || (one.at && one.at > unlinked)));
    if (!mention) continue;
    await db.transaction((tx) => addLink(tx, { postId: id, ticket, origin: mention.origin, actorId: null, at }));
  }
}
