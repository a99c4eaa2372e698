import type { PostKind, PostStatus } from "#db/schema/feedback/posts";

/** Open: nobody has decided. Active: it is coming. Done: it came. Closed: it will not come. */
export type Category = "open" | "active" | "done" | "closed";

interface State {
  category: Category;
  /** Where a post of each kind may move to from here; a kind that is missing never gets here. */
  moves: Partial<Record<PostKind, readonly PostStatus[]>>;
  /** Whoever moves a post here has to say why. */
  needsAnswer?: true;
  /** Moving here takes the name of a release. */
  takesRelease?: true;
}

/** A status without a row does not compile. Shown in this order. */
export const lifecycle = {
  open: {
    category: "open",
    moves: {
      idea: ["under_review", "planned", "in_progress", "declined"],
      bug: ["confirmed", "not_reproducible", "wont_fix"],
    },
  },
  under_review: { category: "active", moves: { idea: ["open", "planned", "declined"] } },
  planned: { category: "active", moves: { idea: ["under_review", "in_progress", "declined"] } },
  confirmed: { category: "active", moves: { bug: ["in_progress", "fixed", "wont_fix"] } },
  in_progress: {
    category: "active",
    moves: { idea: ["planned", "shipped", "declined"], bug: ["confirmed", "fixed"] },
  },
  shipped: { category: "done", moves: { idea: ["in_progress"] }, takesRelease: true },
  fixed: { category: "done", moves: { bug: ["confirmed", "in_progress"] }, takesRelease: true },
  declined: { category: "closed", moves: { idea: ["open"] }, needsAnswer: true },
  not_reproducible: { category: "closed", moves: { bug: ["open", "confirmed"] }, needsAnswer: true },
  wont_fix: { category: "closed", moves: { bug: ["open"] }, needsAnswer: true },
} as const satisfies Record<PostStatus, State>;

export const statuses = Object.keys(lifecycle) as PostStatus[];

const stateOf = (status: PostStatus): State => lifecycle[status];

export const categoryOf = (status: PostStatus): Category => stateOf(status).category;

export const statusesIn = (...categories: Category[]): PostStatus[] =>
  statuses.filter((status) => categories.includes(categoryOf(status)));

export const movesFrom = (post: { kind: PostKind; status: PostStatus }): readonly PostStatus[] =>
  stateOf(post.status).moves[post.kind] ?? [];

export const canMove = (post: { kind: PostKind; status: PostStatus }, to: PostStatus): boolean =>
  movesFrom(post).includes(to);

export const needsAnswer = (to: PostStatus): boolean => stateOf(to).needsAnswer === true;

export const takesRelease = (to: PostStatus): boolean => stateOf(to).takesRelease === true;

/** Votes on done and closed posts are frozen; reopening thaws them. */
export const canBeVoted = (post: { status: PostStatus }): boolean =>
  categoryOf(post.status) === "open" || categoryOf(post.status) === "active";

/** Where a post goes when what it asks for is there. */
export const finishedStatus = { idea: "shipped", bug: "fixed" } as const satisfies Record<PostKind, PostStatus>;

/** Where posts begin and where they end: a portal cannot do without these. */
export const isAlwaysOffered = (status: PostStatus): boolean =>
  [...["open"], ...Object.values(finishedStatus), ...Object.values(withdrawnStatus)].includes(status);

/** Where a post goes when its author needs it no longer. */
export const withdrawnStatus = { idea: "declined", bug: "wont_fix" } as const satisfies Record<PostKind, PostStatus>;
