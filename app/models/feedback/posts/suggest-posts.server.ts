import type { Db } from "#db/client.server";
import type { Viewer } from "../../core/users/viewer";
import { findSimilarPosts, type SimilarPost } from "./find-similar-posts.server";

interface Suggestion {
  title: string;
  text: string;
  /** The post that is being written, if it is there already. */
  besides?: string;
}

/** From here on a post is worth showing to somebody who is writing one: see docs/decisions/008. */
const worthShowing = 0.3;
/** The score from which on a similar post is shown before a new one is made. */
const likelyTheSame = 0.5;
/** From here on one is worth a look of the team, who judge for themselves. */
const worthALook = 0.2;
const mostSuggested = 4;
const mostLookedAt = 20;

/** What somebody who is writing a post may want to vote for instead. */
export const suggestPosts = (db: Db, viewer: Viewer, draft: Suggestion): Promise<SimilarPost[]> =>
  suggest(db, viewer, draft, worthShowing);

/** The same where one of them is probably what they want; else nothing. */
export const findLikelyOriginals = (db: Db, viewer: Viewer, draft: Suggestion): Promise<SimilarPost[]> =>
  suggest(db, viewer, draft, likelyTheSame);

/** What a ticket may be about: posts in which the team would look. */
export const findAlikePosts = async (db: Db, viewer: Viewer, ticket: Suggestion): Promise<SimilarPost[]> =>
  tellingOf(await findSimilarPosts(db, viewer, { ...ticket, limit: mostLookedAt }), worthALook);

async function suggest(db: Db, viewer: Viewer, draft: Suggestion, least: number): Promise<SimilarPost[]> {
  const found = await findSimilarPosts(db, viewer, { ...draft, limit: mostSuggested });
  return (found[0]?.score ?? 0) < least ? [] : tellingOf(found, worthShowing);
}

/** Those that are worth it, none of them far behind the best. */
function tellingOf(found: SimilarPost[], least: number): SimilarPost[] {
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= Math.max(least, best / 2));
}
