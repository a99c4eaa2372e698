import { expect, test } from "vitest";
import { mergeTexts } from "~/i18n/merge";

test("files say different things below the same name", () => {
  const all = mergeTexts({
    posts: { events: { post: { voted: "Voted" } } },
    tags: { events: { tag: { created: "New" } }, tag: "Tag" },
  });
  expect(all).toEqual({ events: { post: { voted: "Voted" }, tag: { created: "New" } }, tag: "Tag" });
});

test.each([
  [{ vote: { button: "Vote" } }, { vote: { button: "Up" } }, "vote.button stands in two files."],
  [{ vote: { button: "Vote" } }, { vote: "Votes" }, "vote stands in two files."],
  [{ vote: "Votes" }, { vote: { button: "Vote" } }, "vote stands in two files."],
])("what two files say is refused: %j and %j", (one, other, message) => {
  expect(() => mergeTexts({ one, other })).toThrow(message);
});
