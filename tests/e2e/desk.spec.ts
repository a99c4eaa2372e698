import { expect, type Page, signIn, someone, stateOf, test, waitForMail } from "./support";

// Tickets, from both sides of the desk.

async function ask(page: Page, subject: string, text: string): Promise<void> {
  await page.goto("/support/new");
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("What is it about?").selectOption({ label: "Bug report" });
  await page.getByLabel("What happened?").fill(text);
}

const linkIn = (mail: string): string => /https?:\/\/\S+\/support\/ST-\S+/.exec(mail)?.[0] ?? "/nowhere";

for (const javaScriptEnabled of [true, false]) {
  test(`a guest asks, reads the answer and writes by the link in the mail, with${javaScriptEnabled ? "" : "out"} JavaScript`, async ({
    browser,
  }) => {
    const guest = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const staff = await browser.newPage({ storageState: stateOf("mona") });
    const zoe = someone();
    const subject = `It does not print ${zoe.name}`;
    await ask(guest, subject, "Nothing comes out.");
    await guest.getByLabel("Your name").fill(zoe.name);
    await guest.getByLabel("Your mail address").fill(zoe.email);
    await guest.getByRole("button", { name: "Send", exact: true }).click();
    await expect(guest.getByRole("heading", { level: 1, name: "We have your ticket" })).toBeVisible();

    await guest.goto(linkIn(await waitForMail(guest, zoe.email, subject)));
    await expect(guest.getByRole("heading", { level: 1, name: subject })).toBeVisible();
    const opened = guest.url();

    await staff.goto(`/staff/support?q=${encodeURIComponent(zoe.name)}`);
    await staff.getByRole("link", { name: subject }).click();
    await staff.getByRole("textbox", { name: "Answer" }).fill("Is it plugged in?");
    await staff.getByRole("button", { name: "Send and wait" }).click();
    await expect(staff.getByRole("status")).toContainText("Sent.");

    await guest.goto(opened);
    await expect(guest.getByText("Is it plugged in?")).toBeVisible();
    await expect(guest.getByText("Waiting for your answer")).toBeVisible();
    await guest.getByLabel("Message").fill("It is now. Thank you!");
    await guest.getByRole("button", { name: "Send", exact: true }).click();
    await guest.getByRole("button", { name: "It is solved" }).click();
    await guest.getByRole("radio", { name: "Very good" }).check();
    await guest.getByRole("button", { name: "Send rating" }).click();
    await expect(guest.getByRole("status")).toContainText("Thank you for your rating.");

    await staff.reload();
    await expect(staff.getByText("It is now. Thank you!")).toBeVisible();
    await expect(staff.getByText("Resolved").first()).toBeVisible();
    // Without the key, nobody learns that the number exists.
    const stranger = await browser.newPage();
    await stranger.goto(opened.replace(/\?.*/, ""));
    await expect(stranger).toHaveURL(/\/sign-in/);
  });
}

test("a member asks, the team answers, and the answer to that comes by mail", async ({ browser }) => {
  const member = await browser.newPage();
  const staff = await browser.newPage({ storageState: stateOf("mona") });
  const ann = someone();
  const subject = `The bell rings ${ann.name}`;
  await signIn(member, ann.email, ann.name);
  await ask(member, subject, "All night.");
  await member.getByRole("button", { name: "Send", exact: true }).click();
  await expect(member.getByRole("status")).toContainText("is open.");
  const ticket = member.url();

  await staff.goto(`/staff/support?q=${encodeURIComponent(ann.name)}`);
  await staff.getByRole("link", { name: subject }).click();
  const handled = staff.url();
  await staff.getByText("Add an internal note").click();
  await staff.getByRole("textbox", { name: /Internal note/ }).fill("She sounds tired.");
  await staff.getByRole("button", { name: "Save note" }).click();
  await expect(staff.getByRole("article", { name: /Internal note by/ })).toContainText("She sounds tired.");
  await staff.getByRole("textbox", { name: "Answer" }).fill("Which bell?");
  await staff.getByRole("button", { name: "Send and wait" }).click();
  await expect(staff.getByRole("status")).toContainText("Sent.");

  await waitForMail(member, ann.email, subject);
  await expect(member.getByRole("main")).toContainText("Which bell?");
  await member.getByLabel("Reply as its reader would").fill("The one in the tower.");
  await member.getByRole("button", { name: "Send", exact: true }).click();
  await expect(member.getByRole("status")).toContainText("on its way");
  await expect(async () => {
    await member.goto(ticket);
    await expect(member.getByText("The one in the tower.")).toBeVisible();
  }).toPass({ timeout: 20_000 });
  await expect(member.getByText("by mail", { exact: true })).toBeVisible();
  await expect(member.getByText("She sounds tired.")).toHaveCount(0);

  await staff.goto(handled);
  await expect(staff.getByText("The one in the tower.")).toBeVisible();

  await ask(member, `Still ringing ${ann.name}`, "It does not stop.");
  await member.getByRole("button", { name: "Send", exact: true }).click();
  await expect(member.getByRole("status")).toContainText("is open.");
  const [second = ""] = /ST-\d+-\d+/.exec(member.url()) ?? [];
  await staff.goto(`/staff/support/${second}/merge`);
  await staff.getByRole("listitem").filter({ hasText: subject }).getByRole("button", { name: "Merge into it" }).click();
  await expect(staff.getByText("It does not stop.")).toBeVisible();
  await member.goto("/support");
  await member.getByRole("link", { name: subject }).click();
  await expect(member.getByText("It does not stop.")).toBeVisible();
  await staff.goto(`/staff/support/${second}`);
  await staff.getByRole("button", { name: "Take it out again" }).click();
  await expect(staff.getByRole("status")).toContainText("Saved.");
  await member.reload();
  await expect(member.getByText("It does not stop.")).toHaveCount(0);
  await member.getByRole("button", { name: "It is solved" }).click();
  await member.getByRole("radio", { name: "Good", exact: true }).check();
  await member.getByRole("button", { name: "Send rating" }).click();
  await expect(member.getByRole("status")).toContainText("Thank you for your rating.");
  await staff.goto(handled);
  await expect(staff.getByText("Rated 4 of 5")).toBeVisible();
});

test("of two who answer at once, the second reads first what came in between", async ({ browser }) => {
  const member = await browser.newPage();
  const [mona, ada] = [
    await browser.newPage({ storageState: stateOf("mona") }),
    await browser.newPage({ storageState: stateOf("ada") }),
  ];
  const ann = someone();
  const subject = `Two at once ${ann.name}`;
  await signIn(member, ann.email, ann.name);
  await ask(member, subject, "Who is quicker?");
  await member.getByRole("button", { name: "Send", exact: true }).click();
  const [number = ""] = /ST-\d+-\d+/.exec(member.url()) ?? [];

  for (const [page, text] of [
    [mona, "I am."],
    [ada, "No, I am."],
  ] as const) {
    await page.goto(`/staff/support/${number}`);
    await page.getByRole("textbox", { name: "Answer" }).fill(text);
  }
  await expect(ada.getByRole("status").filter({ hasText: "Mona" })).toBeVisible();
  await mona.getByRole("button", { name: "Send", exact: true }).click();
  await expect(mona.getByRole("status").filter({ hasText: "Sent." })).toBeVisible();
  await ada.getByRole("button", { name: "Send", exact: true }).click();
  await expect(ada.getByText("Somebody has written meanwhile.")).toBeVisible();
  await expect(ada.getByText("I am.", { exact: true })).toBeVisible();
  await expect(ada.getByRole("textbox", { name: "Answer" })).toHaveValue("No, I am.");
  await ada.getByRole("button", { name: "Send", exact: true }).click();
  await expect(ada.getByRole("status").filter({ hasText: "Sent." })).toBeVisible();
});

test("a template asks what agents would; by keys to the ticket, a post is made of it, and its requester is asked", async ({
  browser,
}) => {
  const ada = await browser.newPage({ storageState: stateOf("ada") });
  const guest = await browser.newPage();
  const zoe = someone();
  await ada.goto("/staff/support/settings/categories");
  await ada.getByRole("group", { name: "Name" }).getByLabel("English").fill(`Pens ${zoe.name}`);
  await ada.getByRole("group", { name: "What to ask" }).getByLabel("English").fill("Which pen is it?");
  await ada.getByRole("button", { name: "Save" }).click();
  await expect(ada.getByRole("status")).toContainText("Saved.");

  await guest.goto("/support/new");
  await guest.getByLabel("Subject").fill(`Ink dries ${zoe.name}`);
  await guest.getByLabel("What is it about?").selectOption({ label: `Pens ${zoe.name}` });
  const text = guest.getByLabel("What happened?");
  await expect(text).toHaveValue("Which pen is it?");
  await text.press("Control+End");
  await text.pressSequentially(" The blue one.");
  await guest.getByLabel("What is it about?").selectOption({ label: "Bug report" });
  await expect(text, "what somebody has written stays").toHaveValue("Which pen is it? The blue one.");
  await guest.getByLabel("Your name").fill(zoe.name);
  await guest.getByLabel("Your mail address").fill(zoe.email);
  await guest.getByRole("button", { name: "Send", exact: true }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "We have your ticket" })).toBeVisible();

  await ada.goto("/staff/support?sort=newest");
  const rows = ada.locator("[data-row] h2 a");
  await ada.keyboard.press("j");
  await ada.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await ada.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();
  await ada.goto(`/staff/support?q=${encodeURIComponent(zoe.name)}`);
  await ada.keyboard.press("j");
  await ada.keyboard.press("o");
  await expect(ada.getByRole("heading", { name: `Ink dries ${zoe.name}` })).toBeVisible();
  await ada.getByRole("link", { name: "Make a post of it" }).click();
  await expect(ada.getByLabel("What it is about")).toHaveValue("Which pen is it? The blue one.");
  await ada.getByLabel("Title").fill(`Ink that stays wet ${zoe.name}`);
  await ada.getByLabel("What it is about").fill("For those who pause.");
  await ada.getByRole("button", { name: "Post it and link the ticket" }).click();
  await expect(ada.getByRole("heading", { level: 1, name: `Ink that stays wet ${zoe.name}` })).toBeVisible();

  const mail = await waitForMail(guest, zoe.email, `Ink that stays wet ${zoe.name}`);
  await guest.goto(/https?:\/\/\S+(\/consent\/[\w-]+)/.exec(mail)?.[1] ?? "/nowhere");
  await guest.getByRole("button", { name: "Keep me posted" }).click();
  await expect(guest.getByRole("heading", { name: "We keep you posted." })).toBeVisible();
});
