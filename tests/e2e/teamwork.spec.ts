import { isAccessible } from "./accessibility";
import { expect, stateOf, test } from "./support";

// Saved replies at the cursor, and templates that change with the board, with JavaScript.

test.use({ storageState: stateOf("ada") });

test("a saved reply goes into the comment at the cursor", async ({ page }) => {
  const title = `Thanks ${Math.random().toString(36).slice(2, 8)}`;
  await page.goto("/staff/replies");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text").fill("thank you, {{author}}, for “{{title}}”");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await isAccessible(page);

  await page.goto("/posts/1");
  await isAccessible(page);
  const text = page.getByLabel("Your comment");
  await text.fill("Hello, and !");
  await text.press("ArrowLeft");
  const form = page.locator("form", { has: text });
  await form.getByRole("combobox", { name: "Saved replies" }).selectOption({ label: title });
  await form.getByRole("button", { name: "Insert" }).click();
  await expect(text).toHaveValue(/^Hello, and thank you, .+, for “.+”!$/);
  await expect(text).toBeFocused();
  await expect(form.getByText("Mention somebody")).toBeHidden();

  await page.goto("/posts/1/move");
  await isAccessible(page);
  await page.getByRole("combobox", { name: "Saved replies" }).selectOption({ label: title });
  await page.getByRole("button", { name: "Insert" }).click();
  await expect(page.getByLabel("Official answer")).toHaveValue(/^thank you, /);
});

test("the text changes with the board as long as it is a template", async ({ page }) => {
  await page.goto("/staff/boards");
  await page.getByRole("link", { name: "Mobile" }).click();
  await page.getByLabel("Template for ideas").fill("## On which phone?");
  await isAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").first().waitFor();

  await page.goto("/posts/new?board=mobile&kind=idea");
  const text = page.getByLabel("What is it about?");
  const board = page.getByLabel("Board", { exact: true });
  await expect(text).toHaveValue("## On which phone?");
  await isAccessible(page);
  await board.selectOption({ label: "Web & desktop" });
  await expect(text).toHaveValue("");
  await board.selectOption({ label: "Mobile" });
  await expect(text).toHaveValue("## On which phone?");
  await text.fill("On mine.");
  await board.selectOption({ label: "Web & desktop" });
  await expect(text).toHaveValue("On mine.");
});

test("a note and an assignment stand on the page of the team", async ({ page }) => {
  await page.goto("/posts/2");
  const note = `Ask sales ${Math.random()}`;
  await page.getByLabel("A note for the team").fill(note);
  await page.getByRole("button", { name: "Add the note" }).click();
  await expect(page.getByText(note)).toBeVisible();
  await page.getByText("Assigned to", { exact: true }).click();
  await page.getByRole("button", { name: "Assign to me" }).click();
  await page.goto("/staff/mine");
  await expect(page.getByRole("main").getByRole("listitem")).not.toHaveCount(0);
  await isAccessible(page);
});
