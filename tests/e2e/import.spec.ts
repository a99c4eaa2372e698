import { findNothingWrong, isNarrow, openDetails } from "./accessibility";
import { expect, stateOf, test } from "./support";

test.use({ storageState: stateOf("ada") });

/** Titles of their own for each run: with and without JavaScript they go to the same portal. */
const named = (name: string) => ({
  name: `${name}.csv`,
  mimeType: "text/csv",
  buffer: Buffer.from(
    `title,body,status,category\n${name} one,Text,Complete,${name}\n${name} two,Text,Someday,${name}\n,x,Open,${name}\n`,
  ),
});

test("a file is sent, looked at, mapped, imported, listed and taken back", async ({ page, javaScriptEnabled }) => {
  const name = `Old portal ${Math.random().toString(36).slice(2, 8)}`;
  // Pages come up to date by themselves where there is JavaScript, and by their link where there is none.
  const wait = async (text: string) => {
    const shown = page.getByRole("main").getByText(text).first();
    await expect(async () => {
      const again = page.getByRole("link", { name: "Look again" });
      if (!javaScriptEnabled && (await again.isVisible())) await again.click();
      await expect(shown).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  };
  await page.goto("/staff/import");
  await page.getByRole("button", { name: "Send and look at it" }).click();
  await expect(page.getByRole("alert")).toContainText("Please choose a file that is not empty.");
  await page.getByLabel("File", { exact: true }).setInputFiles(named(name));
  await page.getByRole("button", { name: "Send and look at it" }).click();
  await wait("This is what the file holds.");
  await expect(page.getByText("Line 4: it has no title.")).toBeVisible();
  await page.getByLabel("Someday (1)").selectOption("Planned");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await wait("This is what the file holds.");
  await expect(page.getByLabel("Someday (1)")).toHaveValue("planned");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await wait("The file is imported.");
  await page.goto(`/search?q=${encodeURIComponent(`${name} two`)}`);
  await expect(page.getByRole("link", { name: `${name} two` })).toBeVisible();
  await page.goto("/staff/import");
  const row = page.getByRole("listitem").filter({ hasText: `${name}.csv` });
  await expect(row.getByText("Imported", { exact: true })).toBeVisible();
  await row.getByRole("link", { name: "Take back" }).click();
  await expect(page.getByText("Posts that go, with all that came with them: 2")).toBeVisible();
  await page.getByRole("button", { name: "Take back" }).click();
  await wait("This import was taken back.");
});

test("axe finds nothing, in light or dark, and no sideways scroll at 320 pixels", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "axe is a script");
  test.setTimeout(120_000);
  await page.goto("/staff/import");
  await page.getByLabel("File", { exact: true }).setInputFiles(named("W".repeat(60)));
  await page.getByRole("button", { name: "Send and look at it" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).waitFor({ timeout: 30_000 });
  const { pathname } = new URL(page.url());
  await findNothingWrong(page, "/staff/import");
  await findNothingWrong(page, pathname, openDetails);
  await findNothingWrong(page, `${pathname}?lang=ar`, openDetails);
  await page.goto(`${pathname}?lang=en`);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("link", { name: "Take back" }).waitFor({ timeout: 30_000 });
  await findNothingWrong(page, pathname);
  await findNothingWrong(page, `${pathname}/undo`);
  // A board with a name as long as the file's is now among what every page chooses from.
  for (const path of ["/", "/posts/1", "/posts/new", "/search?q=one", "/staff"]) {
    await page.goto(path);
    await openDetails(page);
    await isNarrow(page);
  }
  await page.goto(`${pathname}/undo`);
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("This import was taken back.").waitFor({ timeout: 30_000 });
});
