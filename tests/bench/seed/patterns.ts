import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import { boards, kinds, statuses, tags } from "./portal";
import { createRandom, longTail, type Random, shuffle } from "./random";
import { mostComments } from "./size";

/** What a post is like, but for its text, its time and its people. */
export interface Pattern {
  place: number;
  kind: PostKind;
  status: PostStatus;
  board: string;
  /** Places in the list of tags. */
  tags: number[];
  votes: number;
  comments: number;
  isDeleted: boolean;
  /** Merged into a post of the same hundred, and nobody's but its author's. */
  isDuplicate: boolean;
}

/** So many patterns there are, and posts follow them in turn: each size has the same kinds of posts. */
export const patternCount = 10_000;
const isDuplicate = (place: number): boolean => place % 100 === 99;

export function inventPatterns(): Pattern[] {
  const random = createRandom(1);
  const wanted = patternCount - patternCount / 100;
  const votes = shuffle(longTail(wanted, 10 * patternCount), random);
  return Array.from({ length: patternCount }, (_, place) => {
    const kind = random.weighted(kinds);
    const share = isDuplicate(place) ? 0 : (votes.pop() ?? 0);
    return {
      place,
      kind,
      status: random.weighted(statuses[kind]),
      board: random.weighted(boardWeights),
      tags: inventTags(random),
      votes: share,
      comments: isDuplicate(place) ? 0 : Math.min(Math.floor(share ** 0.7 * random.next() * 0.6), mostComments - 100),
      isDeleted: !isDuplicate(place) && random.next() < 0.005,
      isDuplicate: isDuplicate(place),
    };
  });
}

const boardWeights = Object.fromEntries(Object.entries(boards).map(([slug, { weight }]) => [slug, weight]));
const tagWeights = Object.fromEntries(tags.map((_, i) => [i, (i + 1) ** -1.3]));

/** Up to three, ascending. */
function inventTags(random: Random): number[] {
  const chosen = Array.from({ length: random.below(4) }, () => Number(random.weighted(tagWeights)));
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** Among those that everybody sees: two are pinned, one is discussed more than any other. */
export function distinguish(patterns: Pattern[]): { pinned: number[]; discussed: number } {
  const seen = patterns.filter(
    ({ board, status, isDeleted, isDuplicate }) =>
      status === "open" && boards[board]?.visibility === "public" && !isDeleted && !isDuplicate,
  );
  const byVotes = seen.toSorted((a, b) => b.votes - a.votes).map(({ place }) => place);
  const [pinned, alsoPinned, discussed] = [byVotes[5], byVotes[40], byVotes[100]];
  if (pinned === undefined || alsoPinned === undefined || discussed === undefined)
    throw new Error("There are too few posts.");
  return { pinned: [pinned, alsoPinned], discussed };
}
