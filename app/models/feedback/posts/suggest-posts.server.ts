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
const mostSuggested = 4;

/** What somebody who is writing a post may want to vote for instead. */
export const suggestPosts = (db: Db, viewer: Viewer, draft: Suggestion): Promise<SimilarPost[]> =>
  suggest(db, viewer, draft, worthShowing);

/** The same where one of them is probably what they want; else nothing. */
export const findLikelyOriginals = (db: Db, viewer: Viewer, draft: Suggestion): Promise<SimilarPost[]> =>
  suggest(db, viewer, draft, likelyTheSame);

async function suggest(db: Db, viewer: Viewer, draft: Suggestion, least: number): Promise<SimilarPost[]> {
  const found = await findSimilarPosts(db, viewer, { ...draft, limit: mostSuggested });
  const best = found[0]?.score ?? 0;
  if (best < least) return [];
  return found.filter(({ score }) => score >= Math.max(worthShowing, best / 2));
}
