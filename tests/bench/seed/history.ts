import type { PostKind, PostStatus } from "#db/schema/posts";
import { canBeVoted } from "~/models/posts/lifecycle";
import { boards, kinds, statuses, tags } from "./portal";
import { createRandom, longTail, type Random, shuffle } from "./random";

export interface Size {
  posts: number;
  votes: number;
  users: number;
}

export interface Post {
  id: string;
  number: number;
  kind: PostKind;
  status: PostStatus;
  board: string;
  /** Places in the list of tags. */
  tags: number[];
  /** Milliseconds, as all times here. */
  at: number;
  votes: number;
  comments: number;
  isPinned: boolean;
  isDeleted: boolean;
  mergedInto: string | null;
  /** Who takes part: see `participant`. */
  first: number;
  stride: number;
}

const day = 86_400_000;
export const start = Date.UTC(2023, 0, 1);
export const end = start + 3 * 365 * day;

/** The last so many people have not voted for anything yet: the bench votes in their names. */
export const newcomers = 2000;

/** The post that everybody discusses. */
export const mostComments = 300;

/** Above the number of people, so no number of people has one of them as a factor. */
const primes = [1_000_003, 1_299_709, 15_485_863, 32_452_843, 49_979_687] as const;

/** The posts of three years, the oldest first. */
export function inventPosts({ posts: count, votes, users }: Size): Post[] {
  const random = createRandom(1);
  const votesOf = shuffle(longTail(count, votes), random);
  const posts: Post[] = [];
  for (let i = 0; i < count; i++) {
    const at = start + ((i + random.next()) / count) * (end - start);
    const kind = random.weighted(kinds);
    const share = votesOf[i] ?? 0;
    posts.push({
      id: random.id(at),
      number: i + 1,
      kind,
      status: random.weighted(statuses[kind]),
      board: random.weighted(weightsOf(boards)),
      tags: inventTags(random),
      at,
      votes: share,
      comments: share === 0 ? random.below(2) : Math.min(Math.floor(share ** 0.7 * random.next()), mostComments - 100),
      isPinned: false,
      isDeleted: random.next() < 0.005,
      mergedInto: (random.next() < 0.01 && posts[random.below(i)]?.id) || null,
      first: random.below(users - newcomers),
      stride: random.pick(primes),
    });
  }
  distinguish(posts);
  return posts;
}

/**
 * The person `k` of those who care about a post: its author is 0, its voters come after. No person has two
 * places: the stride and the number of people have no common factor.
 */
export function participant(post: Post, k: number, { users }: Size): number {
  return (post.first + k * post.stride) % (users - newcomers);
}

const weightsOf = (boards: Record<string, { weight: number }>): Record<string, number> =>
  Object.fromEntries(Object.entries(boards).map(([slug, { weight }]) => [slug, weight]));

const tagWeights = Object.fromEntries(tags.map((_, i) => [i, (i + 1) ** -1.3]));

/** Up to three, ascending. */
function inventTags(random: Random): number[] {
  const chosen = Array.from({ length: random.below(4) }, () => Number(random.weighted(tagWeights)));
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** Among those that everybody sees: two are pinned, one is discussed more than any other. */
function distinguish(posts: Post[]): void {
  const seen = posts.filter(
    (post) => canBeVoted(post) && boards[post.board]?.visibility === "public" && !post.isDeleted && !post.mergedInto,
  );
  const [pinned, alsoPinned, discussed] = seen
    .sort((a, b) => b.votes - a.votes)
    .filter((_, i) => [5, 40, 100].includes(i));
  if (!pinned || !alsoPinned || !discussed) throw new Error("There are too few posts.");
  pinned.isPinned = alsoPinned.isPinned = true;
  discussed.comments = mostComments;
}
