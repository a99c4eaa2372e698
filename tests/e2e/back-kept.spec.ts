import { backToTheList } from "./back-to-the-list";
import { expect, test } from "./support";

// Playwright turns off the cache in which browsers keep whole pages for the way back.
test.use({
  launchOptions: [
    ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
    { scope: "worker" },
  ],
});

test("back leads to the very page that was left, and its votes are true", async ({ page }) => {
  expect(await backToTheList(page, 16)).toBe(true);
});
