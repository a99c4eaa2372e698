import { readFile } from "node:fs/promises";
import { isAccessible } from "./accessibility";
import { expect, signIn, someone, test } from "./support";

// From the account menu to an account that is gone, told twice.

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("somebody takes their data along and leaves", async ({ page }) => {
      const { email, name } = someone();
      const title = `A wish of ${Math.random().toString(36).slice(2, 8)}`;
      await signIn(page, email, name);
      await page.goto("/posts/new");
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("What is it about?").fill("Before I go.");
      await page.getByRole("button", { name: "Post the idea" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const address = page.url();

      await page.goto("/me");
      await page.getByRole("main").getByRole("link", { name: "Your data" }).click();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download your data" }).click();
      const file = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
      expect(file.profile.email).toBe(email);
      expect(file.posts).toMatchObject([{ title, body: "Before I go." }]);

      await page.getByRole("link", { name: "Delete your account" }).click();
      await page.getByRole("button", { name: "Delete for good" }).click();
      await expect(page.getByText("Please choose one of the options.")).toBeVisible();
      // Axe is a script itself, and waits for ever where none runs.
      if (javaScriptEnabled) await isAccessible(page);
      await page.getByLabel("They stay, without a name").check();
      await page.getByRole("button", { name: "Delete for good" }).click();
      await expect(page.getByText("Please tick the box to go on.")).toBeVisible();
      await expect(page.getByLabel("They stay, without a name")).toBeChecked();
      await page.getByLabel("I understand that this cannot be undone.").check();
      await page.getByRole("button", { name: "Delete for good" }).click();
      await expect(page.getByText("Your account is deleted.")).toBeVisible();

      await page.goto("/me/data");
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
      await page.goto(address);
      await expect(page.getByText("Deleted user").first()).toBeVisible();
      await expect(page.getByText(name)).toHaveCount(0);
    });
  });
}
