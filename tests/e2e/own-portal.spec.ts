import sharp from "sharp";
import { type Demo, startDemo } from "./demo";
import { test as base, demoOf, expect, findMail, type Page, signIn } from "./support";

// A new administrator makes the portal theirs, with JavaScript and without.

const test = base.extend<object, { demo: Demo }>({
  demo: demoOf(startDemo),
});

const logo = () =>
  sharp({ create: { width: 800, height: 160, channels: 4, background: "#8a1538" } })
    .png()
    .toBuffer();

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

/** What a browser shows of the portal: its stylesheet and its pictures are fetched as such, not as pages. */
async function looks(page: Page): Promise<void> {
  const accent = await page
    .getByRole("link", { name: "New post" })
    .evaluate((link) => getComputedStyle(link).backgroundColor);
  expect(accent).toBe("rgb(138, 21, 56)");
  const width = await page.locator("header img").evaluate((image) => (image as HTMLImageElement).naturalWidth);
  expect(width).toBe(400);
  await expect(page).toHaveTitle("Feedback · Acme & Söhne");
}

test("a new administrator makes the portal theirs: name, logo, colour, private, two invitations", async ({
  page,
  browser,
  demo,
}) => {
  await signIn(page, "ada@example.com");
  await page.goto("/staff/settings");
  await page.getByLabel("Name of the portal").fill("Acme & Söhne");
  await save(page);
  await page.getByRole("link", { name: "Look" }).click();
  await page.getByLabel("Colour on light pages").fill("#8a1538");
  await save(page);
  await page.getByLabel("Logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await logo() });
  await page
    .locator("form", { has: page.getByLabel("Logo") })
    .getByRole("button", { name: "Upload" })
    .click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/");
  await looks(page);

  await page.goto("/staff/settings/people");
  await page.getByLabel("Private portal").check();
  await save(page);
  await page.getByRole("link", { name: "Invitations" }).click();
  await page.getByLabel("Addresses").fill("uma@acme.example\nvik@acme.example");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("The invitations are on their way.")).toBeVisible();

  const others = await browser.newContext({ baseURL: demo.url });
  const visitor = await others.newPage();
  await visitor.goto("/posts/1");
  await expect(visitor).toHaveURL(/\/sign-in\?/);
  await expect(visitor.locator("header img")).toBeVisible();
  const mail = await findInvitation(page, "vik@acme.example");
  await visitor.goto(/\/invitations\/\S+/.exec(mail)?.[0] ?? "");
  await visitor.getByRole("button", { name: "Sign in and accept" }).click();
  await expect(visitor).toHaveURL(/\/sign-in/);
  await others.close();
});

async function findInvitation(page: Page, to: string): Promise<string> {
  let mail: string | undefined;
  await expect(async () => {
    mail = await findMail(page, to, "You are invited");
    expect(mail).toContain("/invitations/");
  }).toPass({ timeout: 15_000 });
  return mail ?? "";
}
