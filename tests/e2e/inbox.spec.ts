import { isAccessible } from "./accessibility";
import { expect, type Page, postAnyway, stateOf, test } from "./support";

// The inbox: by keyboard, and as a plain form without JavaScript.

test.use({ storageState: stateOf("ada") });

const newTitle = () => `Sort me ${Math.random().toString(36).slice(2, 8)}`;

async function write(page: Page, title: string): Promise<void> {
  await page.goto("/posts/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What is it about?").fill("It waits for somebody who sorts it.");
  await page.getByRole("button", { name: "Post the idea" }).click();
  await postAnyway(page);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Puts the first tag on what is ticked, and takes that back. */
async function tagAndUndo(page: Page, title: string): Promise<void> {
  const tag = page.getByLabel("With the chosen posts").locator("option[value^='tag:']").first();
  await page.getByLabel("With the chosen posts").selectOption((await tag.getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "See what would happen" }).click();
  const row = page.getByRole("listitem").filter({ hasText: title });
  await expect(row).toContainText("Will change");
  await page.getByRole("button", { name: "Change 1 post" }).click();
  await expect(page.getByText("1 post is changed.")).toBeVisible();
  await page.getByRole("button", { name: "Undo all of it" }).click();
  await expect(page.getByText("Undone: 1 post is as it was.")).toBeVisible();
  await expect(row).toContainText("Restored");
}

test("posts are worked by keyboard", async ({ page }) => {
  const title = newTitle();
  await write(page, title);
  await page.goto("/staff/inbox");
  await isAccessible(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await isAccessible(page);
  await page.keyboard.press("Escape");
  const links = page.locator("[data-row] h2 a");
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();

  // Others may post meanwhile; ours is looked for.
  const own = page.locator("[data-row]").filter({ hasText: title });
  await own.locator("h2 a").focus();
  await page.keyboard.press("x");
  await expect(own.getByRole("checkbox")).toBeChecked();
  await tagAndUndo(page, title);

  await page.goto("/staff/inbox");
  await own.locator("h2 a").focus();
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("#post-tags").getByRole("checkbox").first()).toBeVisible();
  await page.goBack();
  await own.locator("h2 a").focus();
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/move$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("posts are chosen, looked at before anything happens, changed and restored", async ({ page }) => {
    const title = newTitle();
    await write(page, title);
    await page.goto("/staff/inbox");
    await page.getByRole("checkbox", { name: `Choose “${title}”` }).check();
    await tagAndUndo(page, title);
  });
});
