import { expect, someone, stateOf, test } from "./support";

// The knowledge base, from both of its sides.

for (const javaScriptEnabled of [true, false]) {
  test(`somebody finds an article by a question, says why it did not help, and asks, with${javaScriptEnabled ? "" : "out"} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const zoe = someone();
    await page.goto("/help");
    const search = page.getByRole("main").getByRole("searchbox");
    await search.fill("my notes are not syncing");
    await search.press("Enter");
    await page.getByRole("link", { name: "When notes do not sync" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "When notes do not sync" })).toBeVisible();

    const article = page.url();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await expect(page.getByText("You said that it did not help.")).toBeVisible();
    await page.getByLabel("It leaves out what I need").check();
    await page.getByLabel("What is missing or wrong?").fill(`The tablet ${zoe.name}`);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText("You said that it did not help.")).toBeVisible();
    await page.goto(article);
    await page.getByRole("link", { name: "Ask us" }).click();

    await page.getByLabel("Subject").fill(`No sync ${zoe.name}`);
    await page.getByLabel("What is it about?").selectOption({ label: "Bug report" });
    await page.getByLabel("What happened?").fill("On the tablet.");
    await page.getByLabel("Your name").fill(zoe.name);
    await page.getByLabel("Your mail address").fill(zoe.email);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "We have your ticket" })).toBeVisible();

    const staff = await browser.newPage({ storageState: stateOf("mona") });
    await staff.goto(`/staff/support?q=${encodeURIComponent(zoe.name)}`);
    await staff.getByRole("link", { name: `No sync ${zoe.name}` }).click();
    await expect(staff.getByRole("link", { name: "Article 13" })).toBeVisible();
    await staff.close();
    await context.close();
  });
}

test("what the team writes keeps itself, and is found by other words once it is published", async ({ browser }) => {
  const staff = await browser.newPage({ storageState: stateOf("mona") });
  const { name } = someone();
  await staff.goto("/staff/help/new");
  await staff.getByLabel("Title").fill(`Feeding the otter ${name}`);
  await staff.getByRole("textbox", { name: "Text", exact: true }).fill("Twice a day.");
  await staff.getByRole("button", { name: "Save draft" }).click();
  await expect(staff.getByText("Draft saved.").first()).toBeVisible();

  await staff.getByLabel("People also ask").fill(`mealtimes of ${name}`);
  await expect(staff.locator("[data-said]")).toHaveText("Draft saved.");
  await staff.reload();
  await expect(staff.getByLabel("People also ask")).toHaveValue(`mealtimes of ${name}`);
  await staff.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(staff.getByText("Published.").first()).toBeVisible();

  const reader = await browser.newPage();
  await reader.goto(`/search?q=${encodeURIComponent(`mealtimes ${name}`)}`);
  await reader.getByRole("link", { name: `Feeding the otter ${name}` }).click();
  await expect(reader.getByText("Twice a day.")).toBeVisible();
});
