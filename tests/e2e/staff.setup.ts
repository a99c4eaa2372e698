import { test as base } from "@playwright/test";
import { type Demo, startFirstDemo } from "./demo";
import { type StaffName, signIn, stateOf } from "./support";

// Once for all: every other demo is a copy of this one, in which they are signed in.

const test = base.extend<object, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted from here
    async ({}, use) => {
      const demo = await startFirstDemo();
      await use(demo);
      await demo.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ demo }, use) => use(demo.url),
});

// One demo, so one worker.
test.describe.configure({ mode: "default" });

for (const name of ["ada", "mona"] satisfies StaffName[]) {
  test(`${name} signs in`, async ({ page }) => {
    await signIn(page, `${name}@example.com`);
    await page.context().storageState({ path: stateOf(name) });
  });
}
