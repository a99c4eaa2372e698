import { backToTheList } from "./back-to-the-list";
import { expect, test } from "./support";

test("back leads to the same place of the same list, and its votes are true, where the browser loads it again", async ({
  page,
}) => {
  expect(await backToTheList(page, 12)).toBe(false);
});
