import { end, type Post } from "./history";
import { createRandom, type Random } from "./random";

export interface Comment {
  id: string;
  parentId: string | null;
  /** Which participant of the post. */
  by: number;
  at: number;
}

export type Happening =
  | { type: "submitted"; post: Post; at: number }
  | { type: "voted"; post: Post; by: number; at: number }
  | { type: "commented"; post: Post; comment: Comment; at: number }
  | { type: "moved"; post: Post; moveId: string; at: number };

const day = 86_400_000;

/**
 * What happened to the posts, in the order of time, as the tables of a real portal have it: rows of one post
 * lie far apart.
 */
export function inventHappenings(posts: Post[]): Happening[] {
  const random = createRandom(2);
  const happenings: Happening[] = [];
  for (const post of posts) {
    happenings.push({ type: "submitted", post, at: post.at });
    for (let by = 1; by <= post.votes; by++)
      happenings.push({ type: "voted", post, by, at: later(post.at, 900, random) });
    for (const comment of inventComments(post, random))
      happenings.push({ type: "commented", post, comment, at: comment.at });
    if (post.status === "open") continue;
    const at = later(post.at, 400, random);
    happenings.push({ type: "moved", post, at, moveId: random.id(at) });
  }
  return happenings.sort((a, b) => a.at - b.at);
}

/** Every fourth replies to one before it. Whoever comments has voted or is the author. */
function inventComments(post: Post, random: Random): Comment[] {
  const times = Array.from({ length: post.comments }, () => later(post.at, 120, random)).sort((a, b) => a - b);
  const threads: string[] = [];
  return times.map((at) => {
    const id = random.id(at);
    const parentId = (random.next() < 0.25 && threads[random.below(threads.length)]) || null;
    if (!parentId) threads.push(id);
    return { id, parentId, by: random.below(post.votes + 1), at };
  });
}

/** Within so many days, rather soon than late, and before the end. */
function later(at: number, days: number, random: Random): number {
  return at + Math.min(days * day, end - at) * random.next() ** 3;
}
