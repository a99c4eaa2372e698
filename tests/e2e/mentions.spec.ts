import { expect, stateOf, test } from "./support";

// The list that opens at an @, by keyboard and by touch.

test.use({ storageState: stateOf("ada") });

test("an @ opens a list of people, which the keyboard steers", async ({ page }) => {
  await page.goto("/posts/1");
  const text = page.getByLabel("Your comment");
  await text.pressSequentially("Hello @mon");
  const list = page.getByRole("listbox", { name: "People to mention" });
  await expect(list.getByRole("option", { selected: true })).toContainText("@mona");
  await text.press("Enter");
  await expect(text).toHaveValue("Hello @mona ");
  await expect(list).toBeHidden();

  await text.pressSequentially("and @be");
  await expect(list.getByRole("option").first()).toBeVisible();
  const before = await list.getByRole("option", { selected: true }).textContent();
  await text.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).not.toHaveText(before ?? "");
  await text.press("ArrowUp");
  await expect(text).toHaveAttribute("aria-activedescendant", /-0$/);
  await text.press("Escape");
  await expect(list).toBeHidden();
  await expect(text).toHaveValue("Hello @mona and @be");
});

test("somebody in the list is chosen by pointing, and the text keeps the focus", async ({ page }) => {
  await page.goto("/posts/1");
  const text = page.getByLabel("Your comment");
  await text.pressSequentially("@mona.fischer@example.com is an address. @cle");
  await page.getByRole("option", { name: /@cleo/ }).click();
  await expect(text).toHaveValue("@mona.fischer@example.com is an address. @cleo ");
  await expect(text).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("there are boxes to tick", async ({ page }) => {
    await page.goto("/posts/1");
    await page.getByText("Mention somebody").click();
    await expect(page.getByRole("checkbox").first()).toBeVisible();
  });
});
