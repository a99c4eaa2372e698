import { expect, test } from "vitest";
import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import {
  categoryOf,
  lifecycle,
  movesFrom,
  needsAnswer,
  statuses,
  takesRelease,
} from "~/models/feedback/posts/lifecycle";

/** The table of the design, row by row. */
const design: [PostKind, PostStatus, PostStatus[]][] = [
  ["idea", "open", ["under_review", "planned", "in_progress", "declined"]],
  ["idea", "under_review", ["open", "planned", "declined"]],
  ["idea", "planned", ["under_review", "in_progress", "declined"]],
  ["idea", "in_progress", ["planned", "shipped", "declined"]],
  ["idea", "shipped", ["in_progress"]],
  ["idea", "declined", ["open"]],
  ["bug", "open", ["confirmed", "not_reproducible", "wont_fix"]],
  ["bug", "confirmed", ["in_progress", "fixed", "wont_fix"]],
  ["bug", "in_progress", ["confirmed", "fixed"]],
  ["bug", "fixed", ["confirmed", "in_progress"]],
  ["bug", "not_reproducible", ["open", "confirmed"]],
  ["bug", "wont_fix", ["open"]],
];

test.each(design)("%s %s may move to %j", (kind, status, moves) => {
  expect(movesFrom({ kind, status })).toEqual(moves);
});

test("no kind has a move that the design does not name", () => {
  const named = statuses.flatMap((status) =>
    Object.entries(lifecycle[status].moves).map(([kind, moves]) => [kind, status, moves]),
  );
  expect(named).toHaveLength(design.length);
});

test("declining, giving up and not seeing it need an answer; shipping and fixing take a release", () => {
  expect(statuses.filter(needsAnswer)).toEqual(["declined", "not_reproducible", "wont_fix"]);
  expect(statuses.filter(takesRelease)).toEqual(["shipped", "fixed"]);
  expect(statuses.filter((status) => categoryOf(status) === "done")).toEqual(["shipped", "fixed"]);
});
