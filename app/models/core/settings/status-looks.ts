import type { TagColor } from "#db/schema/feedback/boards";
import type { PostStatus } from "#db/schema/feedback/posts";

/** How statuses look where nobody has set it. */
export const statusColors: Record<PostStatus, TagColor> = {
  open: "slate",
  under_review: "amber",
  planned: "violet",
  confirmed: "amber",
  in_progress: "blue",
  shipped: "green",
  fixed: "green",
  declined: "red",
  not_reproducible: "slate",
  wont_fix: "red",
};

export const inEachStatus = <Value>(value: (status: PostStatus) => Value): Record<PostStatus, Value> =>
  Object.fromEntries(Object.keys(statusColors).map((status) => [status, value(status as PostStatus)])) as Record<
    PostStatus,
    Value
  >;

const isColor: Record<TagColor, true> = {
  slate: true,
  red: true,
  amber: true,
  green: true,
  teal: true,
  blue: true,
  violet: true,
  pink: true,
};

/** What there is to choose from, for statuses and tags. */
export const colors = Object.keys(isColor) as [TagColor, ...TagColor[]];
