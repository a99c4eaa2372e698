import { test } from "@playwright/test";
import { type StaffName, signIn, stateOf } from "./support";

// Once for all: two that sign in at the same moment as the same person would read each other's code.

for (const name of ["ada", "mona"] satisfies StaffName[]) {
  test(`${name} signs in`, async ({ page }) => {
    await signIn(page, `${name}@example.com`);
    await page.context().storageState({ path: stateOf(name) });
  });
}
