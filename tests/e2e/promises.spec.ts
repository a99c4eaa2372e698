import { type PagerdutyDouble, startPagerdutyDouble } from "../../fakes/pagerduty-double";
import { type DemoInTime, startDemoInTime } from "./demo";
import { test as base, expect, findMail, type Page, signIn, someone, stateOf, waitForMail } from "./support";

// What is promised, over some days: the test moves the clock of the server.

interface Desk extends DemoInTime {
  pagerduty: PagerdutyDouble;
}

const hour = 3_600_000;
/** A Thursday at three in the afternoon that is still to come. */
const thursday = nextThursday();

function nextThursday(): Date {
  const today = new Date();
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate(), 15));
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 4);
  return day;
}

const later = (hours: number) => new Date(thursday.getTime() + hours * hour);

const test = base.extend<object, { desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted from here
    async ({}, use) => {
      const pagerduty = await startPagerdutyDouble();
      const env = { PAGERDUTY_ROUTING_KEY: pagerduty.key, PAGERDUTY_URL: pagerduty.url };
      const demo = await startDemoInTime(thursday, env);
      await use({ ...demo, pagerduty });
      await demo.stop();
      await pagerduty.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ desk }, use) => use(desk.url),
});

test.use({ timezoneId: "UTC" });

const day = (time: Date) => time.toISOString().slice(0, 10);
const shortDateOf = (time: Date) =>
  new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(time);
const dateOf = (time: Date) => new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(time);

/** Resolves to the number of the ticket, whose page is open then. */
async function ask(page: Page, subject: string, category: string): Promise<string> {
  await page.goto("/support/new");
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("What is it about?").selectOption({ label: category });
  await page.getByLabel("What happened?").fill("Please look at it.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("is open.");
  return /ST-\d+-\d+/.exec(page.url())?.[0] ?? "";
}

/** What the team sees on a page, once it is so. */
const shows = (page: Page, path: string, text: string | RegExp) =>
  expect(async () => {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 15_000, intervals: [200] });

test("promised times run over a holiday, come to who is on call and end with a rating; VIPs and some words come first", async ({
  page: member,
  browser,
  desk,
}) => {
  const staff = await browser.newPage({ storageState: stateOf("ada") });
  const ann = someone();
  const paged = (number: string) =>
    desk.pagerduty.alerts.filter(({ summary }) => summary.startsWith(number)).map(({ status }) => status);
  const isPaged = (number: string, status: string) => expect.poll(() => paged(number)).toEqual([status]);
  const save = () => staff.getByRole("button", { name: "Save" }).click();

  await signIn(member, ann.email, ann.name);
  const slow = await ask(member, "Ink is slow", "Bug report");
  await expect(member.getByText("We answer by")).toContainText(dateOf(later(20)));
  await staff.goto("/staff/support/settings/schedules");
  await staff.getByRole("link", { name: "Business hours" }).click();
  await staff.getByRole("textbox", { name: "Days" }).fill(`${day(later(24))} Founding day`);
  await save();
  await shows(member, `/support/${slow}`, `We answer by ${dateOf(later(92))} at 11:00`);

  const urgent = await ask(member, "Ink on my hands", "Bug report");
  await staff.goto(`/staff/support/${urgent}`);
  await staff.getByRole("combobox", { name: "Priority" }).selectOption({ label: "Urgent" });
  await staff.getByRole("button", { name: "Save Priority" }).click();
  await expect(staff.getByRole("status")).toContainText("Saved.");
  await desk.goTo(later(0.8));
  await shows(staff, "/staff/support?promise=at_risk", "Ink on my hands");
  await desk.goTo(later(1.1));
  await isPaged(urgent, "triggered");
  await shows(staff, `/staff/support/${urgent}`, /from L1 to L2, since a promised response is late/);
  await staff.getByRole("button", { name: "Take it" }).click();
  await isPaged(urgent, "acknowledged");
  await staff.getByRole("textbox", { name: "Answer" }).fill("Soap helps.");
  await staff.getByRole("button", { name: "Send and resolve" }).click();
  await isPaged(urgent, "resolved");
  await expect(async () => {
    const mail = await findMail(member, ann.email, "Ink on my hands");
    await member.goto(/\/support\/\S+rating=5\S*/.exec(mail ?? "")?.[0] ?? "/nowhere");
    await expect(member.getByRole("radio", { name: "Very good" })).toBeChecked({ timeout: 500 });
  }).toPass({ timeout: 15_000, intervals: [200] });
  await member.getByRole("button", { name: "Send rating" }).click();
  await expect(member.getByRole("status")).toContainText("Thank you for your rating.");

  await staff.goto("/staff/support/settings/vips");
  await staff.getByLabel("People and companies").fill(ann.email);
  await save();
  const first = await ask(member, "Ink is pale", "Bug report");
  await shows(staff, "/staff/support?q=pale", /VIP.*L2.*High/s);
  await member.getByLabel("Message").fill("Is this a breach?");
  await member.getByRole("button", { name: "Send", exact: true }).click();
  await isPaged(first, "triggered");
  await shows(staff, `/staff/support/${first}`, /from L2 to L4, since the requester said “breach”/);

  await desk.goTo(later(92.25));
  await shows(staff, `/staff/support/${slow}`, /from L1 to L2/);
  const report = await waitForMail(staff, "ada@example.com", `Support from ${shortDateOf(later(-72))}`);
  expect(report).toMatch(
    new RegExp(`Promised times that were missed.*First response.*${urgent}.*Waiting longest`, "s"),
  );
});
