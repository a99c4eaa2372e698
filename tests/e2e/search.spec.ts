import { expect, stateOf, test } from "./support";

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

test("other words for it are found as well", async ({ page }) => {
  await page.goto("/search?q=night+mode");
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.getByRole("link", { name: "A dark theme that follows the system" })).toBeVisible();
});

test.describe("of the team", () => {
  test.use({ storageState: stateOf("mona") });

  test("somebody says which words mean the same, and takes it back", async ({ page }, { project }) => {
    const word = `blackboard ${project.name.replaceAll(" ", "")}`;
    await page.goto("/staff/synonyms");
    await page.getByLabel("Words that mean the same").fill(`${word}\nside by side`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: `${word} · side by side` }).waitFor();
    await page.goto(`/search?q=${encodeURIComponent(word)}`);
    const found = page.getByRole("region", { name: "Results" }).getByRole("link", { name: "Two notes side by side" });
    await expect(found).toBeVisible();
    await page.goto("/staff/synonyms");
    await page.getByRole("link", { name: `${word} · side by side` }).click();
    await page.locator("summary", { hasText: "Remove the synonyms" }).click();
    await page.getByRole("button", { name: "Remove the synonyms" }).click();
    await expect(page.getByText("The synonyms are removed.")).toBeVisible();
  });
});
