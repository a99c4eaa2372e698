import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { type Demo, startDemo } from "./demo";

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

export type StaffName = "ada" | "mona";

/** The file with the cookies of a member of staff, as `staff.setup.ts` left it. */
export const stateOf = (name: StaffName): string => path.join(process.env.E2E_DATA_DIR ?? "", `${name}.json`);

/** The code in the newest mail to an address, as the outbox shows it. */
export async function codeFor(page: Page, email: string): Promise<string> {
  let code = "";
  await expect(async () => {
    const outbox = await (await page.context().request.get("/dev/outbox")).text();
    const mail = new RegExp(`(\\d{6}) is your code(?:(?!</a>).)*?${email.replaceAll(".", "\\.")}`, "s").exec(outbox);
    code = mail?.[1] ?? "";
    expect(code).toMatch(/^\d{6}$/);
  }).toPass({ timeout: 15_000 });
  return code;
}

/** The newest mail to an address about something, opened in the outbox; undefined as long as there is none. */
export async function findMail(page: Page, to: string, about: string): Promise<string | undefined> {
  await page.goto("/dev/outbox?part=text");
  const mail = page.getByRole("link").filter({ hasText: to }).filter({ hasText: about }).first();
  if ((await mail.count()) === 0) return;
  await mail.click();
  return page.getByRole("main").innerText();
}

/** The same once it is there. */
export async function waitForMail(page: Page, to: string, about: string): Promise<string> {
  let mail: string | undefined;
  await expect(async () => {
    mail = await findMail(page, to, about);
    expect(mail).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return mail ?? "";
}

/** After a post was sent: posts it even if it is like another, as those of other tests may be. */
export async function postAnyway(page: Page): Promise<void> {
  const different = page.getByRole("button", { name: "Mine is different" });
  await expect(different.or(page.getByRole("article")).first()).toBeVisible();
  if (await different.isVisible()) await different.click();
}

/** Somebody who has never been here before. */
export const someone = (): { email: string; name: string } => {
  const id = Math.random().toString(36).slice(2, 8);
  return { email: `guest-${id}@example.com`, name: `Guest ${id}` };
};

/** A demo for each worker: whoever says it anew has workers, and demos, of their own. */
export const demoOf = (start: () => Promise<Demo>): WorkerFixture<Demo> => [
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted from here
  async ({}, use) => {
    const demo = await start();
    await use(demo);
    await demo.stop();
  },
  { scope: "worker", timeout: 180_000 },
];

type WorkerFixture<Value> = [
  (fixtures: object, use: (value: Value) => Promise<void>) => Promise<void>,
  { scope: "worker"; timeout: number },
];

/** A worker's own demo, and pages that complain about nothing: no error on the console, no failed script. */
export const test = base.extend<object, { demo: Demo }>({
  demo: demoOf(startDemo),
  baseURL: ({ demo }, use) => use(demo.url),
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => {
      // The test turns motion off in the middle of a page change: no fault of the page.
      if (!/Transition was/.test(String(error))) complaints.push(String(error));
    });
    page.on("console", (message) => {
      // What the server refuses on purpose, the browser reports as failed loading.
      if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
        complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect, type Page };
