import type { Request } from "@playwright/test";
import { expect, type Page, signIn, someone, test } from "./support";

const isPrefetch = (request: Request): boolean => request.headers()["sec-purpose"]?.startsWith("prefetch") ?? false;

/** Paths that the browser fetches before they are asked for. */
function watchPrefetches(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => {
    if (isPrefetch(request)) paths.push(new URL(request.url()).pathname);
  });
  return paths;
}

test("a post is fetched when somebody is about to open it, and what counts or chooses something is not", async ({
  page,
}) => {
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/");
  const paths = watchPrefetches(page);
  const title = page.getByRole("article").nth(3).getByRole("heading").getByRole("link");
  for (const name of ["Atom", "New post"]) await page.getByRole("link", { name }).first().hover();
  await page.getByRole("link", { name: /otifications/ }).hover();
  await page.waitForTimeout(600);
  expect(paths).toEqual([]);
  await title.hover();
  const path = (await title.getAttribute("href")) as string;
  await expect.poll(() => paths).toEqual([path]);
  await title.click();
  await page.waitForURL(`**${path}`);
  const delivery = await page.evaluate(
    () =>
      (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming & { deliveryType: string })
        .deliveryType,
  );
  expect(delivery).toBe("navigational-prefetch");
});

test("after a vote a post that was fetched before it is fetched again", async ({ page }) => {
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/");
  const paths = watchPrefetches(page);
  const row = page.getByRole("article").nth(4);
  const title = row.getByRole("heading").getByRole("link");
  await title.hover();
  await expect.poll(() => paths.length).toBe(1);
  const vote = row.locator("vote-button button");
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await page.waitForLoadState("networkidle");
  await title.click();
  await page.waitForURL(/\/posts\/\d+/);
  await expect(page.locator("vote-button button").first()).toHaveAttribute("aria-pressed", "true");
});
