/** `changed`: it is, or would be. The others are left as they are, and this is why. */
const verdicts = ["changed", "same", "illegalMove", "tooManyTags", "lost", "stale", "gone"] as const;

export type Verdict = (typeof verdicts)[number];
