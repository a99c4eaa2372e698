import { test as base } from "@playwright/test";
import { type Demo, startFirstDemo } from "./demo";
import { demoOf, type StaffName, signIn, stateOf } from "./support";

// Once for all: every other demo is a copy of this one, in which they are signed in.

const test = base.extend<object, { demo: Demo }>({
  demo: demoOf(startFirstDemo),
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
