import { expect, test } from "./support";

// With and without JavaScript.

test("somebody searches with a typo from the header, narrows, and comes to the post", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("banner").getByRole("searchbox", { name: "Search" });
  await field.fill("keybord shortcut");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=keybord\+shortcut$/);
  await expect(page.getByRole("main")).toContainText("Showing results for “keyboard”");
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.getByRole("link", { name: "One page with every keyboard shortcut" })).toBeVisible();
  await expect(results.locator("mark").first()).toHaveText(/keyboard/i);
  await page.getByRole("navigation", { name: "Kind" }).getByRole("link", { name: "Ideas", exact: true }).click();
  await expect(page).toHaveURL(/q=keybord\+shortcut&kind=idea/);
  await results.getByRole("link", { name: "One page with every keyboard shortcut" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("One page with every keyboard shortcut");
});
