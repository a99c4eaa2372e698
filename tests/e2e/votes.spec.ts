import type { Page } from "@playwright/test";
import { expect, signIn, someone, test } from "./support";

/** Somebody before the newest post, whose votes reach the server only once they are let go. */
async function beforeSlowServer(page: Page) {
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/vote", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/?sort=new");
  const vote = page.getByRole("button", { name: /Vote for/ }).first();
  return { vote, letGo: () => letGo() };
}

test("a vote shows at once, before the server has answered, and a double click is one vote", async ({ page }) => {
  const { vote, letGo } = await beforeSlowServer(page);
  const before = Number(await vote.locator("[data-count]").textContent());
  await vote.dblclick();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await expect(vote.locator("[data-count]")).toHaveText(String(before + 1));
  letGo();
  await page.waitForResponse("**/vote");
  await page.reload();
  await expect(page.getByRole("button", { name: /Vote for/ }).first()).toHaveAttribute("aria-pressed", "true");
});

test("whoever thinks better of a vote before the server has answered is heard", async ({ page }) => {
  const { vote, letGo } = await beforeSlowServer(page);
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "false");
  const isTakenBack = page.waitForResponse(
    (response) => response.url().endsWith("/vote") && response.request().postData() === "vote=off",
  );
  letGo();
  await isTakenBack;
  await expect(vote).toHaveAttribute("aria-pressed", "false");
  await page.reload();
  await expect(page.getByRole("button", { name: /Vote for/ }).first()).toHaveAttribute("aria-pressed", "false");
});

for (const [what, answer] of [
  ["refused", { status: 409, json: { error: "Voting has ended, you see." } }],
  ["broken", { status: 500, body: "<h1>oops</h1>" }],
] as const) {
  test(`a vote that is ${what} is taken back, and the reason announced`, async ({ page }) => {
    const ann = someone();
    await signIn(page, ann.email, ann.name);
    await page.route("**/vote", (route) => route.fulfill(answer));
    await page.goto("/?sort=new");
    const vote = page.getByRole("button", { name: /Vote for/ }).first();
    const before = (await vote.locator("[data-count]").textContent()) ?? "";
    await vote.click();
    await expect(page.getByRole("status")).toContainText(
      what === "refused" ? "Voting has ended, you see." : "That did not work.",
    );
    await expect(vote).toHaveAttribute("aria-pressed", "false");
    await expect(vote.locator("[data-count]")).toHaveText(before);
  });
}

test("a vote without a connection is taken back", async ({ page }) => {
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/?sort=new");
  await page.route("**/vote", (route) => route.abort());
  const vote = page.getByRole("button", { name: /Vote for/ }).first();
  await vote.click();
  await expect(page.getByRole("status")).toContainText("That did not work.");
  await expect(vote).toHaveAttribute("aria-pressed", "false");
});

test("everything can be reached and voted for by keyboard", async ({ page }) => {
  const ann = someone();
  await signIn(page, ann.email, ann.name);
  await page.goto("/?sort=new");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  const vote = page.getByRole("button", { name: /Vote for/ }).first();
  for (let i = 0; i < 40 && !(await vote.evaluate((button) => button === document.activeElement)); i++) {
    await page.keyboard.press("Tab");
  }
  await expect(vote).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(vote).toHaveAttribute("aria-pressed", "true");
});
