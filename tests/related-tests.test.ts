import { expect, test } from "vitest";
import { findRelated } from "./support/related-tests";

test("what imports a file comes first, above all what is called like it", () => {
  const related = findRelated(["app/models/feedback/posts/merge-posts.server.ts"]);
  expect(related[0]).toBe("tests/models/feedback/posts/merge-posts.test.ts");
  expect(related.slice(0, 10)).toContain("tests/routes/merge.test.ts");
  expect(related).not.toContain("tests/i18n/catalogues.test.ts");
});

test("a route is found by the tests of the whole app, though nobody imports it", () => {
  expect(findRelated(["app/routes/theme.ts"])).toContain("tests/routes/votes.test.ts");
});

test("what asks for the pages that a file is part of comes first, by whatever name", () => {
  const first = (file: string) => findRelated([file]).slice(0, 10);
  expect(first("app/routes/me/me.tsx")).toContain("tests/routes/personal-data.test.ts");
  expect(first("app/models/feedback/comments/draft.ts")).toContain("tests/routes/mentions.test.ts");
});

test("a test that was changed itself is run", () => {
  expect(findRelated(["tests/env.test.ts"])).toEqual(["tests/env.test.ts"]);
});
