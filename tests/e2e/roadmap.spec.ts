import type { Page } from "@playwright/test";
import { findNothingWrong } from "./accessibility";
import { expect, someone, stateOf, test, waitForMail } from "./support";

test.use({ storageState: stateOf("ada") });

/** A roadmap of its own with two columns that are filled by hand, and three cards in the first. */
async function setUp(page: Page): Promise<string> {
  const slug = `plan-${Math.random().toString(36).slice(2, 8)}`;
  await page.goto("/staff/roadmaps");
  await page.getByLabel(/^Name/).fill(slug);
  await page.getByLabel("Short name").fill(slug);
  await page.getByLabel("Position in the list").fill("5");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("listitem").filter({ hasText: slug }).getByRole("link", { name: "Columns" }).click();
  for (const [i, name] of ["Soon", "Later"].entries()) {
    await page.getByLabel(/^Name/).fill(name);
    await page.getByLabel("Position from the start").fill(String(i + 1));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name })).toBeVisible();
  }
  await page.getByRole("link", { name: "Cards" }).click();
  for (const number of ["1", "2", "3"]) {
    await page.getByLabel("Post", { exact: true }).fill(number);
    await page.getByRole("button", { name: "Add a card" }).click();
    await expect(page.locator(`#card-${number}`)).toBeVisible();
  }
  return slug;
}

/** The posts of a column of the page from top to bottom; none of a page that is just being left. */
const cardsIn = (page: Page, column: string) =>
  page
    .getByRole("region", { name: column })
    .locator("[data-number]")
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.number).join(" "))
    .catch(() => "");

const pressed = (page: Page, number: number, step: string) => page.locator(`#card-${number}-${step}`);

test("a maintainer curates with the arrows, by keyboard where there is JavaScript", async ({
  page,
  javaScriptEnabled,
}) => {
  const slug = await setUp(page);
  const press = async (number: number, step: string) => {
    const arrow = pressed(page, number, step);
    await arrow.focus();
    await page.keyboard.press("Enter");
    if (!javaScriptEnabled) return expect(page.getByRole("status")).toContainText("The card has moved.");
    await expect(page.getByRole("status").last()).toContainText(/: \d of \d in/);
    // The focus stays, so that one can go on.
    await expect(arrow).toBeFocused();
  };
  await press(3, "up");
  await expect.poll(() => cardsIn(page, "Soon")).toBe("1 3 2");
  await press(1, "down");
  await expect.poll(() => cardsIn(page, "Soon")).toBe("3 1 2");
  await press(1, "on");
  await expect.poll(() => cardsIn(page, "Later")).toBe("1");
  await press(1, "back");
  await expect.poll(() => cardsIn(page, "Soon")).toBe("1 3 2");
  await page.goto(`/roadmap/${slug}`);
  await expect(page.getByRole("region", { name: "Soon" }).getByRole("article")).toHaveCount(3);
});

test("a maintainer curates by form alone, with a target and a note", async ({ page }) => {
  const slug = await setUp(page);
  await page.locator("#card-2").getByRole("link", { name: /^Edit/ }).click();
  await page.getByLabel("Move to").selectOption({ label: "Later: at the end" });
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(() => cardsIn(page, "Later")).toBe("2");
  await page.locator("#card-2").getByRole("link", { name: /^Edit/ }).click();
  await page.getByLabel("Target").selectOption({ label: "Next" });
  await page.getByLabel("Public note").fill("We have begun to draw it.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#card-2")).toContainText("Next");
  await page.goto(`/roadmap/${slug}`);
  await expect(page.getByRole("region", { name: "Later" })).toContainText("We have begun to draw it.");
});

test("a maintainer drags a card to another column and within its own, and gives up", async ({
  page,
  javaScriptEnabled,
}) => {
  await setUp(page);
  if (!javaScriptEnabled) return expect(page.locator(".grip").first()).toBeHidden();
  // All in sight, so that no place to drop a card lies beyond the edge.
  await page.setViewportSize({ width: 1280, height: 1600 });
  const grab = async (number: number) => {
    const grip = page.locator(`#card-${number} .grip`);
    await grip.scrollIntoViewIfNeeded();
    const box = await grip.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 20);
    await page.mouse.down();
  };
  const later = async () => (await page.getByRole("region", { name: "Later" }).boundingBox()) ?? { x: 0, y: 0 };
  await grab(1);
  const there = await later();
  await page.mouse.move(there.x + 60, there.y + 40, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole("status").last()).toContainText("1 of 1 in Later");
  expect([await cardsIn(page, "Soon"), await cardsIn(page, "Later")]).toEqual(["2 3", "1"]);
  await grab(3);
  const above = await page.locator("#card-2").boundingBox();
  await page.mouse.move((above?.x ?? 0) + 60, (above?.y ?? 0) + 4, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole("status").last()).toContainText("1 of 2 in Soon");
  await grab(3);
  await page.mouse.move(there.x + 60, there.y + 40, { steps: 8 });
  expect(await cardsIn(page, "Later")).toContain("3");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await cardsIn(page, "Soon")).toBe("3 2");
  await page.reload();
  expect([await cardsIn(page, "Soon"), await cardsIn(page, "Later")]).toEqual(["3 2", "1"]);
});

test("a move that somebody else was quicker with is refused in words, and the truth is shown", async ({
  page,
  context,
  javaScriptEnabled,
}) => {
  await setUp(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await pressed(page, 1, "on").click();
  await expect.poll(() => cardsIn(page, "Later")).toBe("1");
  await pressed(other, 1, "on").click();
  await expect(other.getByRole("status").last()).toContainText("moved this card or took it off");
  expect(await cardsIn(other, "Later")).toBe("1");
  expect(javaScriptEnabled !== false || other.url().includes("/cards")).toBe(true);
});

test("axe finds nothing in curation, in light or dark, and no sideways scroll at 320 pixels", async ({
  page,
  javaScriptEnabled,
}) => {
  if (!javaScriptEnabled) return;
  test.slow();
  await setUp(page);
  const cards = page.url().replace(/#.*/, "");
  for (const path of [cards, `${cards}/1`, cards.replace("cards", "columns"), "/staff/roadmaps/1"]) {
    await findNothingWrong(page, path);
  }
});

test("somebody without an account follows a roadmap by mail, and stops it", async ({ browser, javaScriptEnabled }) => {
  const page = await browser.newPage({ javaScriptEnabled, storageState: { cookies: [], origins: [] } });
  const zoe = someone();
  await page.goto("/roadmap");
  await page.getByLabel("E-mail address").fill(zoe.email);
  await page.getByRole("button", { name: "Subscribe" }).click();
  await expect(page.getByRole("status")).toContainText("Please look into your mail");
  const asked = await waitForMail(page, zoe.email, "Shall we tell you what is new?");
  await page.goto(/https?:\/\/\S+\/subscribe\/[\w-]+/.exec(asked)?.[0] ?? "/nowhere");
  await page.getByRole("button", { name: "Yes, send me what is new" }).click();
  await expect(page.getByRole("heading", { name: "You get “Roadmap” by mail" })).toBeVisible();
  await page.getByRole("button", { name: "Stop these mails" }).click();
  await expect(page.getByRole("heading", { name: "You get no more mail about the roadmap." })).toBeVisible();
  await page.getByRole("link", { name: "To the roadmap" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Roadmap" })).toBeVisible();
});
