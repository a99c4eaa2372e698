import { expect, type Page, signIn, someone } from "./support";

/** Votes far down the list, opens the post and goes back; resolves to whether the browser had kept the page. */
export async function backToTheList(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 390, height: 700 });
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/?sort=top");
  const row = page.getByRole("article").nth(12);
  const vote = row.locator("vote-button button");
  await row.scrollIntoViewIfNeeded();
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await page.waitForLoadState("networkidle");
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(500);
  await page.evaluate(() => document.body.setAttribute("data-kept", ""));
  await row.getByRole("heading").getByRole("link").click();
  await page.waitForURL(/\/posts\/\d+/);
  // Playwright's own `goBack` waits for a page to load, and a page that was kept does not.
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/\?sort=top$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  return page.evaluate(() => document.body.hasAttribute("data-kept"));
}
