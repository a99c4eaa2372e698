import type { TagColor, Visibility } from "#db/schema/feedback/boards";
import type { PostKind, PostStatus } from "#db/schema/feedback/posts";

// What the portal looks like; how much of it there is stands in seed.ts.

/** Slug to visibility and weight; the migrations have made the first. */
export const boards: Record<string, { visibility: Visibility; weight: number }> = {
  feedback: { visibility: "public", weight: 34 },
  web: { visibility: "public", weight: 22 },
  mobile: { visibility: "public", weight: 16 },
  integrations: { visibility: "public", weight: 12 },
  billing: { visibility: "public", weight: 8 },
  accessibility: { visibility: "public", weight: 0.02 },
  beta: { visibility: "members", weight: 5 },
  internal: { visibility: "staff", weight: 2 },
};

/** Those that everybody sees, the biggest first. */
export const boardsBySize = Object.entries(boards)
  .filter(([, { visibility }]) => visibility === "public")
  .sort(([, a], [, b]) => b.weight - a.weight)
  .map(([slug]) => slug);

export const hiddenBoard = "internal";

/** The commonest first. */
export const tags = [
  ...["usability", "export", "search", "performance", "reports", "import", "calendar", "notifications", "sharing"],
  ...[
    "permissions",
    "design",
    "api",
    "files",
    "mobile",
    "language",
    "keyboard",
    "security",
    "printing",
    "themes",
    "maps",
  ],
];

export const tagColors: TagColor[] = ["slate", "red", "amber", "green", "teal", "blue", "violet", "pink"];

export const kinds: Record<PostKind, number> = { idea: 72, bug: 28 };

export const statuses: Record<PostKind, Partial<Record<PostStatus, number>>> = {
  idea: { open: 58, under_review: 6, planned: 5, in_progress: 3, shipped: 16, declined: 12 },
  bug: { open: 40, confirmed: 12, in_progress: 4, fixed: 28, not_reproducible: 9, wont_fix: 7 },
};

/** Where a post of a status usually comes from. */
export const previous: Record<PostStatus, PostStatus> = {
  open: "open",
  under_review: "open",
  planned: "under_review",
  confirmed: "open",
  in_progress: "open",
  shipped: "in_progress",
  fixed: "confirmed",
  declined: "open",
  not_reproducible: "open",
  wont_fix: "open",
};
