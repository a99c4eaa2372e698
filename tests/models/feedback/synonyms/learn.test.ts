import { expect, test } from "vitest";
import { learnFrom, pairOf } from "~/models/feedback/synonyms/learn";

const wordsOf = (duplicate: string, original: string) => pairOf({ duplicate, original })?.words;

test.each([
  ["Night mode", "A dark theme", ["Night mode", "dark theme"]],
  ["A night theme for the editor", "Dark mode for the editor", ["night theme", "Dark mode"]],
  ["Change the hotkeys", "Let me change keyboard shortcuts", undefined],
  ["Change my hotkeys", "Change the keyboard shortcuts", ["hotkeys", "keyboard shortcuts"]],
  ["Bitte ein Nachtmodus", "Dunkles Design", ["Nachtmodus", "Dunkles Design"]],
  // The same words in another order; and where one says only more than the other.
  ["theme, dark", "Dark theme", undefined],
  ["Dark theme on phones", "Dark theme", undefined],
  // Not next to each other, and more than another word for it.
  ["Red folders blue", "Green folders yellow", undefined],
  ["Two three four five", "Dark theme", undefined],
])("%s merged into %s", (duplicate, original, pair) => {
  expect(wordsOf(duplicate, original)).toEqual(pair);
});

test("what one merge alone says is not learned, and what two say is, whichever way round they were merged", () => {
  const one = { duplicate: "Night mode", original: "Dark theme" };
  const other = { duplicate: "A dark theme for maps", original: "Night mode for maps" };
  expect(learnFrom([one])).toEqual([]);
  expect(learnFrom([one, { duplicate: "Hotkeys", original: "Shortcuts" }])).toEqual([]);
  expect(learnFrom([one, other]).map(({ words }) => words)).toEqual([["Night mode", "Dark theme"]]);
});
