import { findChromium } from "../support/find-chromium";
import { backToTheList } from "./back-to-the-list";
import { expect, test } from "./support";

// Playwright turns off the cache in which browsers keep whole pages for the way back, and only a whole Chromium has it.
test.use({
  launchOptions: [
    ({ launchOptions }, use) =>
      use({
        ...launchOptions,
        executablePath: findChromium(),
        ignoreDefaultArgs: ["--disable-back-forward-cache"],
      }),
    { scope: "worker" },
  ],
});

test("back leads to the very page that was left, and its votes are true", async ({ page }) => {
  expect(await backToTheList(page, 16)).toBe(true);
});
