import type { Locator } from "@playwright/test";
import { expect, type Page, signIn, someone } from "./support";

/**
 * Votes twice far down the list, opens one of the posts, changes its mind about it in another tab and goes back;
 * resolves to whether the browser had kept the page.
 * @param place of the post in the list; tests that count votes at the same time have one each
 */
export async function backToTheList(page: Page, place: number): Promise<boolean> {
  await page.setViewportSize({ width: 390, height: 700 });
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/?sort=top");
  const row = page.getByRole("article").nth(place);
  const [vote, lasting] = [await buttonIn(row), await buttonIn(page.getByRole("article").nth(place - 1))];
  await row.scrollIntoViewIfNeeded();
  const votes = (await vote.locator("[data-count]").textContent()) ?? "";
  for (const one of [vote, lasting]) {
    await one.click();
    await expect(one).toHaveAttribute("aria-pressed", "true");
  }
  await page.waitForLoadState("networkidle");
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(500);
  await page.evaluate(() => document.body.setAttribute("data-kept", ""));
  await row.getByRole("heading").getByRole("link").click();
  await page.waitForURL(/\/posts\/\d+/);
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await tab.getByLabel("Muted").check();
  await tab.getByRole("button", { name: "Change", exact: true }).click();
  await tab.locator("article vote-button button").click();
  await expect(tab.locator("article vote-button button")).toHaveAttribute("aria-pressed", "false");
  await go(page, -1);
  await expect(page).toHaveURL(/\/\?sort=top$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
  await expect(vote).toHaveAttribute("aria-pressed", "false");
  await expect(vote.locator("[data-count]")).toHaveText(votes);
  await expect(lasting).toHaveAttribute("aria-pressed", "true");
  const isKept = await page.evaluate(() => document.body.hasAttribute("data-kept"));
  await go(page, 1);
  await expect(page.getByText("You have muted it.")).toBeVisible();
  await page.context().request.post("/sign-out");
  await go(page, -1);
  await expect(lasting).toHaveAttribute("aria-pressed", "false");
  return isKept;
}

/**
 * Goes back or forward. Playwright's own `goBack` waits for a page to load, and a page that was kept does not; and what is
 * asked of a page as it goes has no answer.
 */
const go = (page: Page, by: 1 | -1) => page.evaluate((by) => void setTimeout(() => history.go(by)), by);

/** The button to vote by, wherever in the list its row will be. */
const buttonIn = async (row: Locator) =>
  row.page().locator(`form[action="${await row.locator("vote-button form").getAttribute("action")}"] button`);
