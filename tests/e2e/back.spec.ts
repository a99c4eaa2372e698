import { backToTheList } from "./back-to-the-list";
import { expect, test } from "./support";

test("back leads to the same place of the same list, and a vote stays, where the browser loads it again", async ({
  page,
}) => {
  expect(await backToTheList(page)).toBe(false);
});
