import type { Page } from "@playwright/test";
import { findNothingWrong, openDetails } from "./accessibility";
import { expect, stateOf, test } from "./support";

test.use({ storageState: stateOf("mona") });

/** Has everything counted and waits for it. */
async function count(page: Page): Promise<void> {
  await page.goto("/staff/requests");
  await page.getByRole("button", { name: "Count now" }).click();
  await expect(async () => {
    await page.goto("/staff/requests");
    await expect(page.locator("tbody tr").first()).toBeVisible({ timeout: 500 });
    await page.goto("/staff/insights");
    await expect(page.getByRole("img").first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

test("a maintainer finds what matters, guesses its effort and sees the score follow, by keyboard", async ({ page }) => {
  await count(page);
  await page.goto("/staff/requests");
  await page.getByRole("link", { name: "Votes", exact: true }).press("Enter");
  await expect(page).toHaveURL(/sort=votes/);
  const row = page.locator("tbody tr").first();
  await row.locator("summary").press("Enter");
  await expect(row.getByText("Reach (companies)")).toBeVisible();
  await row.getByRole("rowheader").getByRole("link").press("Enter");
  const score = page.getByRole("region", { name: "Score" });
  await expect(score.getByText("÷ 1.6")).toBeVisible();
  await page.getByLabel("Effort").selectOption("13");
  await score.getByRole("button", { name: "Save" }).press("Enter");
  await expect(score.getByText("÷ 3.6")).toBeVisible();
  await expect(page.getByRole("img", { name: "Votes by week" })).toBeVisible();
});

test("a file of companies is looked at and then written", async ({ page }) => {
  await page.goto("/staff/companies/upload");
  const text = "domain;name;value;currency\r\nzürich käse.example;K;1\r\nkaese.example;K\xe4se AG;12.500,00;EUR\r\n";
  const buffer = Buffer.from(text, "latin1");
  await page.getByLabel("CSV file").setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("Line 2: this is no domain of a company.")).toBeVisible();
  await page.getByRole("button", { name: "Do it" }).click();
  await expect(page.getByRole("status")).toContainText("1 company kept.");
  await expect(page.getByRole("listitem").filter({ hasText: "Käse AG" })).toContainText("12,500");
});

test("axe finds nothing, in light or dark, and no sideways scroll at 320 pixels", async ({ page }) => {
  test.setTimeout(240_000);
  await count(page);
  const pages = ["requests", "requests?lang=ar", "requests/1", "requests/1?lang=ar", "requests/weights", "insights"];
  for (const path of [...pages, "insights?lang=ar", "companies", "companies/upload"]) {
    await findNothingWrong(page, `/staff/${path}`, openDetails);
  }
});
