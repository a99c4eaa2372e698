import { expect, test } from "vitest";
import { cleanLine, cleanText, hasVisibleCharacter } from "~/models/core/text/clean";

test("what deceives or breaks a page is taken out", () => {
  expect(cleanText("safe\u202Eexe.txt")).toBe("safeexe.txt");
  expect(cleanText("a\u2066b\u2069c")).toBe("abc");
  expect(cleanText("zero\u200Bwidth\uFEFF\u2060")).toBe("zerowidth");
  expect(cleanText("nul\u0000 and bell\u0007")).toBe("nul and bell");
  expect(cleanText("half a pair \uD83D!")).toBe("half a pair \uFFFD!");
  expect(cleanText(`z${"\u0301".repeat(50)}`)).toHaveLength(5);
});

test("what people need stays: lines, tabs, joiners, emoji, every script", () => {
  expect(cleanText("one\r\ntwo\rthree\n\tfour")).toBe("one\ntwo\nthree\n\tfour");
  expect(cleanText("می\u200Cخواهم")).toBe("می\u200Cخواهم");
  expect(cleanText("👩\u200D🚀 🏳️‍🌈")).toBe("👩\u200D🚀 🏳️‍🌈");
  expect(cleanText("नमस्ते 你好 שלום ไทย")).toBe("नमस्ते 你好 שלום ไทย");
});

test("a line has no breaks and no runs of space", () => {
  expect(cleanLine("  two \n\n lines\t here ")).toBe("two lines here");
});

test("text without anything to see is found out", () => {
  expect(hasVisibleCharacter(cleanText("\u200B\u200D \u00AD\u2063"))).toBe(false);
  expect(hasVisibleCharacter("\u3164\u2800")).toBe(false);
  expect(hasVisibleCharacter("👍")).toBe(true);
  expect(hasVisibleCharacter("你")).toBe(true);
});
