import { expect, type Page, postAnyway, signIn, someone, stateOf, test } from "./support";

// Somebody is about to post what is there already.

const unique = () => Math.random().toString(36).slice(2, 8);

/** Posts an idea that nobody else has; resolves to its title. */
async function postIdea(page: Page, words = unique()): Promise<string> {
  const title = `Quokka ${words} wallpapers`;
  await page.goto("/posts/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What is it about?").fill("With a hat.");
  await page.getByRole("button", { name: "Post the idea" }).click();
  await postAnyway(page);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return title;
}

test.describe("with JavaScript", () => {
  test.use({ storageState: stateOf("mona") });

  test("similar posts come while typing, can be voted for by keyboard, and posting asks no more", async ({ page }) => {
    const title = await postIdea(page);
    await page.goto("/posts/new");
    const list = page.getByRole("region", { name: "Similar posts" });
    await page.getByLabel("Title").pressSequentially(`Wallpapers with a ${title.split(" ")[1]}`, { delay: 20 });
    await expect(list.getByRole("link", { name: title })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /similar post/ })).toHaveCount(1);

    await page.getByLabel("Title").press("Tab");
    const vote = list.getByRole("button", { name: `Vote for “${title}”` });
    await expect(vote).toBeFocused();
    // Who posts votes for it, so this takes a vote back.
    await expect(vote).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Enter");
    await expect(vote).toHaveAttribute("aria-pressed", "false");
    await expect(page).toHaveURL(/\/posts\/new$/);
    await page.keyboard.press("Tab");
    await expect(list.getByRole("link", { name: title })).toBeFocused();
    await expect(list.getByRole("link", { name: title })).toHaveAttribute("target", "_blank");

    await page.getByLabel("What is it about?").fill("Another hat.");
    await page.getByRole("button", { name: "Post the idea" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /Wallpapers with a/ })).toBeVisible();
  });

  test("an answer to what was typed before is never shown, and the list goes with the words", async ({ page }) => {
    const title = await postIdea(page);
    await page.goto("/posts/new");
    const questions: string[] = [];
    await page.route("**/posts/similar", async (route) => {
      questions.push(new URLSearchParams(route.request().postData() ?? "").get("title") ?? "");
      if (questions.length === 1) await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue().catch(() => {});
    });
    const list = page.getByRole("region", { name: "Similar posts" });
    await page.getByLabel("Title").fill(title);
    await expect.poll(() => questions).toEqual([title]);
    await page.getByLabel("Title").fill("Zzyzx qwrtp");
    await expect.poll(() => questions).toEqual([title, "Zzyzx qwrtp"]);
    await page.waitForTimeout(2000);
    await expect(list).toBeHidden();
    await page.getByLabel("Title").fill(title);
    await expect(list).toBeVisible();
    await page.getByLabel("Title").fill("Abc");
    await expect(list).toBeHidden();
    expect(questions).toHaveLength(3);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form is asked once whether it is one of these, keeps all that was typed, and can be posted", async ({
    page,
  }) => {
    const ann = someone();
    await signIn(page, ann.email, ann.name);
    const title = await postIdea(page);
    const again = async () => {
      await page.goto("/posts/new");
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("What is it about?").fill("With a **cap**.");
      await page.getByRole("button", { name: "Post the idea" }).click();
      await expect(page.getByRole("region", { name: "Is yours one of these?" })).toBeVisible();
    };
    await again();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByLabel("What is it about?")).toHaveValue("With a **cap**.");
    await page
      .getByRole("button", { name: `Vote for “${title}”` })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    // Who posts votes for it, so that was a vote taken back.
    const vote = page.getByRole("button", { name: `Vote for “${title}”` });
    await expect(vote).toHaveAttribute("aria-pressed", "false");
    await vote.click();
    await expect(vote).toHaveAttribute("aria-pressed", "true");

    await again();
    await page.getByRole("button", { name: "Mine is different: post it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("article").locator("strong")).toHaveText("cap");
  });
});
