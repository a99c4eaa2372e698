import { test as base, expect, type Page } from "@playwright/test";

/** Signs a page in, as a person would: address, outbox, code, and a name if it is the first time. */
export async function signIn(page: Page, email: string, name?: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  const code = await codeFor(page, email);
  await page.getByLabel("Six digits").fill(code);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  if (name) {
    await page.getByLabel("Display name").fill(name);
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
}

/** The code in the newest mail to an address, as the outbox shows it. */
async function codeFor(page: Page, email: string): Promise<string> {
  const request = page.context().request;
  let code = "";
  await expect(async () => {
    const list = await (await request.get("/dev/outbox")).text();
    const mail = new RegExp(`href="(/dev/outbox/[^"]+)"(?:(?!</a>).)*?${email.replaceAll(".", "\\.")}`, "s").exec(list);
    const text = await (await request.get(mail?.[1] ?? "/nowhere")).text();
    code = /(\d{6}) is your code/.exec(text)?.[1] ?? "";
    expect(code).toMatch(/^\d{6}$/);
  }).toPass({ timeout: 15_000 });
  return code;
}

/** Somebody who has never been here before. */
export const someone = (): { email: string; name: string } => {
  const id = Math.random().toString(36).slice(2, 8);
  return { email: `guest-${id}@example.com`, name: `Guest ${id}` };
};

/** A page that complains about nothing: no error on the console, no failed script. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // What the server refuses on purpose, the browser reports as failed loading.
      if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
        complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
