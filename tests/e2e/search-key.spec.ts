import { expect, test } from "./support";

test("the key / leads to the search field, and is a letter like any other where somebody types", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("/");
  const field = page.getByRole("banner").getByRole("searchbox", { name: "Search" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  await page.keyboard.type("a/b");
  await expect(field).toHaveValue("a/b");
});
