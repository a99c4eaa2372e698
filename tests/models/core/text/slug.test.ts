import { expect, test } from "vitest";
import { slugify } from "~/models/core/text/slug";

test.each([
  ["Dark mode, please!", "dark-mode-please"],
  ["Größe & Übersicht", "große-ubersicht"],
  ["Crème brûlée", "creme-brulee"],
  ["ERR_SSL in v2.3", "err-ssl-in-v2-3"],
  ["الوضع الليلي", "الوضع-الليلي"],
  ["深色模式", "深色模式"],
  ["नमस्ते", "नमस्ते"],
  ["???", ""],
  ["-- a --", "a"],
])("%s becomes %s", (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test("a long title is cut, and not in the middle of a hyphen", () => {
  const slug = slugify("word ".repeat(40));
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug).toMatch(/word$|wor$|wo$|w$/);
});
