import { readFile } from "node:fs/promises";
import type { BrowserContext, Cookie } from "@playwright/test";
import { OidcDouble } from "../../fakes/sign-in/oidc-double";
import { findNothingWrong, isAccessible } from "./accessibility";
import { ageSessions } from "./age-sessions";
import { type Demo, startDemo } from "./demo";
import {
  test as base,
  codeFor,
  expect,
  type Page,
  type StaffName,
  signIn,
  someone,
  stateOf,
  waitForMail,
} from "./support";

// Passkeys and a provider of OpenID Connect, in a portal where the staff have signed in an hour ago. Passkeys belong to
// a name: browsers make none for an address in numbers.

const test = base.extend<object, { demo: Demo; provider: OidcDouble }>({
  provider: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted from here
    async ({}, use) => {
      const provider = await new OidcDouble().start();
      await use(provider);
      await provider.stop();
    },
    { scope: "worker" },
  ],
  demo: [
    async ({ provider }, use) => {
      const { id, secret } = provider.client;
      const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret, OIDC_NAME: "Acme" };
      const demo = await startDemo(env, undefined, ageSessions);
      await use({ ...demo, url: demo.url.replace("127.0.0.1", "localhost") });
      await demo.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

// One portal, whose settings change.
test.describe.configure({ mode: "default" });

/** A lock of the device that always recognises its owner. */
async function addAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function become(context: BrowserContext, name: StaffName): Promise<void> {
  const { cookies } = JSON.parse(await readFile(stateOf(name), "utf8")) as { cookies: Cookie[] };
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, domain: "localhost" })));
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name of the passkey").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey is added.")).toBeVisible();
}

/** With the code that is mailed. */
async function signInAgain(page: Page, email: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Sign in once more" })).toBeVisible();
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Six digits").fill(await codeFor(page, email));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

test("somebody adds a passkey, and signs in with it", async ({ page }) => {
  await addAuthenticator(page);
  const { email, name } = someone();
  await signIn(page, email, name);
  await page.goto("/me/sessions");
  await addPasskey(page, "Laptop");
  await page.getByText("Rename").click();
  await page.getByRole("group").getByLabel("Name of the passkey").fill("Desk");
  await page.getByRole("group").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Remove Desk" })).toBeVisible();
  await findNothingWrong(page, "/me/sessions");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/sign-in?next=/me/preferences");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/me\/preferences$/);
  await expect(page.getByText(`Welcome, ${name}`)).toBeVisible();
});

test("whoever stayed on the page for too long to add a passkey is led on by the form itself", async ({ page }) => {
  await addAuthenticator(page);
  const { email, name } = someone();
  await signIn(page, email, name);
  await page.goto("/me/sessions");
  await page.route("**/me/passkeys/options", (route) => route.fulfill({ status: 401, json: {} }));
  const isSent = page.waitForRequest((sent) => sent.method() === "POST" && sent.url().endsWith("/me/passkeys"));
  await page.getByLabel("Name of the passkey").fill("Laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await isSent;
});

test("whose passkey is nowhere to be found hears of it, and signs in another way", async ({ page }) => {
  await addAuthenticator(page);
  await findNothingWrong(page, "/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("That did not work.")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Send me a code" })).toBeEnabled();
});

test("settings wait for a fresh sign-in; who has the team need passkeys has one, and colleagues make theirs", async ({
  page,
  browser,
}) => {
  await addAuthenticator(page);
  await become(page.context(), "ada");
  await page.goto("/staff/settings");
  await page.getByLabel("Name of the portal").fill("Acme feedback");
  await page.getByRole("button", { name: "Save" }).click();
  await isAccessible(page);
  await signInAgain(page, "ada@example.com");
  await isAccessible(page);
  await page.getByRole("button", { name: "Send it now" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("Name of the portal")).toHaveValue("Acme feedback");

  await page.goto("/me/sessions");
  await addPasskey(page, "Ada's laptop");
  await page.goto("/staff/settings/people");
  await page.getByLabel("The team needs passkeys").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const colleague = await context.newPage();
  await addAuthenticator(colleague);
  await become(context, "mona");
  await colleague.goto("/staff/tags");
  await expect(colleague.getByRole("heading", { name: "The team needs passkeys" })).toBeVisible();
  await isAccessible(colleague);
  await colleague.getByRole("link", { name: "Add a passkey" }).click();
  await signInAgain(colleague, "mona@example.com");
  await expect(colleague.getByRole("heading", { name: "The team needs passkeys" })).toBeVisible();
  await addPasskey(colleague, "Mona's laptop");
  await expect(colleague).toHaveURL(/\/staff\/tags$/);

  await page.goto("/staff/people");
  await page
    .getByRole("listitem")
    .filter({ hasText: "mona@example.com" })
    .getByRole("link", { name: "Passkeys" })
    .click();
  await findNothingWrong(page, page.url());
  await page.getByRole("button", { name: "Remove passkeys" }).click();
  await expect(page.getByText("The passkeys are removed")).toBeVisible();
  expect(await waitForMail(page, "mona@example.com", "Your passkeys were removed")).toContain("when a device is lost");
  await colleague.goto("/staff/tags");
  await expect(colleague.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible();
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    test("a provider signs somebody in, whom a mail tells", async ({ page, provider }) => {
      const { email, name } = someone();
      await signIn(page, email, name);
      await page.context().clearCookies();
      provider.person = { sub: email, email, email_verified: true };
      await page.goto("/sign-in?next=/me/sessions");
      await page.getByRole("button", { name: "Sign in with Acme" }).click();
      await expect(page).toHaveURL(/\/me\/sessions$/);
      await expect(page.getByText(`Acme, as ${email}`)).toBeVisible();
      expect(await waitForMail(page, email, "Acme was joined to your account")).toContain("Then remove Acme there");
    });
  });
}
