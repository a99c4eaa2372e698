import fc from "fast-check";
import { expect, test } from "vitest";
import { backPath, safePath } from "~/http/paths.server";

const site = "https://feedback.example.com";

/** Where a browser goes that gets `path` in `Location`. */
const arrival = (path: string): string => new URL(path, `${site}/sign-in`).origin;

const parts = ["/", "\\", ".", "..", "%2e", "%2E", "%2f", "%5c", "//", "evil.example", "@", ":", "?", "#", "\t", "\n"];
const paths = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...parts) }, fc.string({ maxLength: 3 })), { maxLength: 9 })
  .map((some) => `/${some.join("")}`);

test("wherever a path leads, it is here", () => {
  fc.assert(
    fc.property(paths, (path) => {
      expect(arrival(safePath(path))).toBe(site);
      const request = new Request(site, {
        headers: URL.canParse(site + path) ? { Referer: encodeURI(site + path) } : {},
      });
      expect(arrival(backPath(request, site, "/"))).toBe(site);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  "/..//evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "/%2E%2e//evil.example/x",
  "/./\\evil.example",
  "/\\evil.example",
  "//evil.example",
  "/\t/evil.example",
  "/a/../..//evil.example",
  "https://evil.example/",
  "/\\..//evil.example",
])("%j leads home", (path) => {
  expect(safePath(path, "/me")).toBe("/me");
});

test("what is ours stays as it was", () => {
  for (const path of ["/", "/posts/1/a-b?from=2#timeline", "/search?q=a%20b//c", "/me/../staff"]) {
    expect(safePath(path)).toBe(new URL(path, site).href.slice(site.length));
  }
});
