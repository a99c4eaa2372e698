import type { FollowLevel } from "#db/schema/feedback/posts";

export const followLevels = ["everything", "milestones", "muted"] as const satisfies FollowLevel[];

/** Muted people keep their row, so that muting lasts, and do not count. */
export const countsAsFollower = (level: FollowLevel | null | undefined): boolean => !!level && level !== "muted";
