import type { Page } from "@playwright/test";
import { type Freshdesk, startFreshdesk } from "../../fakes/freshdesk/freshdesk";
import { freePort } from "../support/free-port";
import { findNothingWrong, openDetails } from "./accessibility";
import { startDemo } from "./demo";
import { test as base, expect, stateOf } from "./support";

interface Desk {
  freshdesk: Freshdesk;
  url: string;
}

const secret = "a secret of the hook";

/** A demo of its own beside a simulated Freshdesk, which calls it back. */
const test = base.extend<object, { desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted from here
    async ({}, use) => {
      const freshdesk = await startFreshdesk();
      const port = await freePort();
      freshdesk.onWebhook(`http://127.0.0.1:${port}/hooks/freshdesk`, secret);
      const env = {
        FRESHDESK_DOMAIN: freshdesk.url,
        FRESHDESK_API_KEY: freshdesk.apiKey,
        FRESHDESK_WEBHOOK_SECRET: secret,
      };
      const demo = await startDemo(env, port);
      await use({ freshdesk, url: demo.url });
      await demo.stop();
      await freshdesk.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ desk }, use) => use(desk.url),
});

// One desk for all, and one person at it.
test.describe.configure({ mode: "serial" });
test.use({ storageState: stateOf("ada") });

const newTicket = ({ freshdesk }: Desk, subject: string, email = "mara@northwind.example") =>
  freshdesk.createTicket({
    email,
    name: "Mara Lind",
    subject,
    description: "<p>Half of our team works nights.</p>",
  }).id;

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

async function openPart(page: Page, name: string | RegExp): Promise<void> {
  await page.locator("summary", { hasText: name }).click();
}

test("check, map, link, move: the note arrives; solved over there, it shows on the post", async ({ page, desk }) => {
  const ticket = newTicket(desk, "Night eyes");
  await page.goto("/staff/freshdesk");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("definition").filter({ hasText: /^Groundswell$/ })).toBeVisible();
  }).toPass();
  await page.getByLabel("Under review", { exact: true }).selectOption({ label: "Pending (3)" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.goto("/posts/1");
  const from = (await page.locator('input[name="from"]').getAttribute("value")) ?? "";
  await openPart(page, "Tickets (0)");
  await page.getByLabel("Link a ticket").fill(`${desk.freshdesk.url}/a/tickets/${ticket}`);
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await expect(async () => {
    await page.reload();
    await openPart(page, "Tickets (1)");
    await expect(page.getByText("Night eyes")).toBeVisible();
  }).toPass();

  await openPart(page, "Move");
  const target = page.locator("form[action$='/move'] input[name='to']:not([value='keep'])").first();
  const to = (await target.getAttribute("value")) ?? "";
  expect(to).not.toBe(from);
  await target.check();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("The post has moved.")).toBeVisible();
  const notes = () => desk.freshdesk.conversations(ticket);
  await expect.poll(() => notes().length, { timeout: 30_000 }).toBe(1);
  expect(notes()[0]).toMatchObject({ private: true });

  desk.freshdesk.setStatus(ticket, 4);
  await expect(async () => {
    await page.reload();
    await openPart(page, "Tickets (1)");
    await expect(page.getByText("Resolved", { exact: true })).toBeVisible();
  }).toPass({ timeout: 30_000 });

  await page.getByRole("link", { name: `History #${ticket}` }).click();
  await expect(page.getByText("A private note was written.")).toBeVisible();
  await expect(page.getByText(/became Resolved in Freshdesk/)).toBeVisible();
});

test("the page waits for the customer's words by itself, and posts only what was gone through", async ({
  page,
  desk,
}) => {
  const ticket = newTicket(desk, "Secret subject of Northwind");
  await page.goto("/staff/freshdesk");
  await page.getByLabel("Ticket number or address").fill(String(ticket));
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("button", { name: "Create a post from this ticket" }).click();
  await expect(page.getByLabel("What it is about")).toHaveValue(/Half of our team works nights/, { timeout: 30_000 });
  await page.getByLabel("Title").fill("Let teams that work nights choose");
  await page.getByLabel("What it is about").fill("For those who work at night.");
  await page.getByRole("button", { name: "Post it and link the ticket" }).click();
  await expect(heading(page, "Let teams that work nights choose")).toBeVisible();
  await expect(page.locator("summary", { hasText: "Tickets (1)" })).toBeVisible();
  const asGuest = await (await fetch(page.url())).text();
  expect(asGuest).toContain("For those who work at night.");
  expect(asGuest).not.toContain("Secret subject");
  expect(asGuest).not.toContain("Northwind");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a ticket is linked and unlinked, and the queued text is looked for by a link", async ({ page, desk }) => {
    const ticket = newTicket(desk, "By hand");
    await page.goto("/posts/2");
    await openPart(page, "Tickets (0)");
    await page.getByLabel("Link a ticket").fill(`#${ticket}`);
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await openPart(page, "Tickets (1)");
    await page.getByRole("button", { name: `Unlink #${ticket}` }).click();
    await expect(page.locator("summary", { hasText: "Tickets (0)" })).toBeVisible();
    await page.goto(`/staff/freshdesk/tickets/${ticket}`);
    await page.getByRole("button", { name: "Create a post from this ticket" }).click();
    await expect(async () => {
      await page.goto(`/staff/freshdesk/tickets/${ticket}/post`);
      await expect(page.getByLabel("What it is about")).toHaveValue(/works nights/, { timeout: 500 });
    }).toPass({ timeout: 30_000 });
  });
});

test("the customer of a linked ticket is asked by mail, says yes, and no later", async ({ page, desk }) => {
  test.slow();
  const ticket = newTicket(desk, "Rain on the windows", "nila@northwind.example");
  await page.goto("/posts/1");
  await openPart(page, /^Tickets/);
  await page.getByLabel("Link a ticket").fill(String(ticket));
  await page.getByRole("button", { name: "Link", exact: true }).click();
  let link = "";
  await expect(async () => {
    await page.goto("/dev/outbox?part=text");
    await page.getByRole("link").filter({ hasText: "nila@northwind.example" }).first().click({ timeout: 500 });
    const mail = await page.getByRole("main").innerText();
    link = /https?:\/\/\S+(\/consent\/[\w-]+)/.exec(mail)?.[1] ?? "";
    expect(link).not.toBe("");
  }).toPass({ timeout: 30_000 });
  await page.context().clearCookies();
  await page.goto(link);
  await findNothingWrong(page, link);
  await page.getByRole("button", { name: "Keep me posted" }).click();
  await expect(page.getByRole("heading", { name: "We keep you posted." })).toBeVisible();
  await findNothingWrong(page, link);
  await expect(page.getByRole("heading", { name: "We keep you posted." })).toBeVisible();
  await page.getByRole("button", { name: "Unlink me after all" }).click();
  await expect(page.getByRole("heading", { name: "You are unlinked." })).toBeVisible();
});

test("nothing for axe to find in light or dark, and no sideways scroll at 320 pixels", async ({ page, desk }) => {
  test.slow();
  const ticket = newTicket(desk, `Quiet hours for sync notifications ${"W".repeat(200)}`);
  await page.goto("/posts/3");
  await openPart(page, "Tickets (0)");
  await page.getByLabel("Link a ticket").fill(String(ticket));
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await page.goto(`/staff/freshdesk/tickets/${ticket}`);
  await page.getByRole("button", { name: "Create a post from this ticket" }).click();
  await expect(page.getByLabel("What it is about")).toBeVisible({ timeout: 30_000 });
  const paths = ["/staff/freshdesk", `/staff/freshdesk/tickets/${ticket}`, "/posts/3"];
  for (const address of [
    ...paths,
    `/staff/freshdesk/tickets/${ticket}/post`,
    "/staff/freshdesk?ticket=none",
    "/staff/freshdesk?lang=ar",
  ]) {
    await findNothingWrong(page, address, openDetails);
  }
});
