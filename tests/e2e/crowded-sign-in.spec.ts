import { type APIRequestContext, request } from "@playwright/test";
import { codeFor, expect, type Page, someone, test, waitForMail } from "./support";

// Many browsers ask for a code for the same address: a code of one more is looked at once that browser has worked
// something out. With and without JavaScript.

async function ask(browser: APIRequestContext, email: string): Promise<void> {
  const asked = await browser.post("/sign-in", { form: { email }, maxRedirects: 0 });
  expect(asked.status()).toBe(303);
  await browser.dispose();
}

/** A crowd has asked, and then this page. */
async function askInCrowd(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  const { origin } = new URL(page.url());
  for (let i = 0; i < 12; i++) {
    await ask(await request.newContext({ baseURL: origin, extraHTTPHeaders: { Origin: origin } }), email);
  }
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByText("your browser has to work something out first")).toBeVisible();
}

const pressSignIn = (page: Page) => page.getByRole("main").getByRole("button", { name: "Sign in" }).click();

/** Somebody who is signed in for the first time is asked for a name. */
const isSignedIn = (page: Page) => expect(page.getByLabel("Display name")).toBeVisible();

test("the browser works out what is asked of it, and its code signs in", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled);
  const { email } = someone();
  await askInCrowd(page, email);
  await expect(page.getByText("Without JavaScript")).toBeHidden();
  await page.getByLabel("Six digits").fill(await codeFor(page, email));
  await expect(page.locator("[name=proof]")).toHaveValue(/"solution"/, { timeout: 30_000 });
  await pressSignIn(page);
  await isSignedIn(page);
});

test("whoever is faster than their browser has their code sent once it is done", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled);
  const { email } = someone();
  await askInCrowd(page, email);
  const code = await codeFor(page, email);
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  await page.route(/pbkdf2/, async (route) => {
    await begun;
    await route.continue();
  });
  await page.reload();
  await page.getByLabel("Six digits").fill(code);
  await pressSignIn(page);
  await expect(page.locator("[name=proof]")).toHaveValue("");
  begin();
  await isSignedIn(page);
});

test("without JavaScript the page says that the link signs in, and so does a code that is tried; and it does", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled);
  const { email } = someone();
  await askInCrowd(page, email);
  await expect(page.getByText("Without JavaScript your browser cannot work it out")).toBeVisible();
  await page.getByLabel("Six digits").fill(await codeFor(page, email));
  await pressSignIn(page);
  await expect(page.getByText("A code needs more than that now")).toContainText("open the link in the mail");
  const mail = await waitForMail(page, email, "is your code");
  await page.goto(/https?:\/\/\S+\/sign-in\/link\/\S+/.exec(mail)?.[0] ?? "/nowhere");
  await pressSignIn(page);
  await isSignedIn(page);
});
