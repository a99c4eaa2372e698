import type { Page } from "@playwright/test";
import { expect, postAnyway, signIn, someone, stateOf, test, waitForMail } from "./support";

// From what somebody asked for to the entry that says it is there, and the mail that follows. The same without
// JavaScript.

async function postIdea(page: Page, title: string): Promise<string> {
  await page.goto("/posts/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What is it about?").fill("Something for everybody.");
  await page.getByRole("button", { name: "Post the idea" }).click();
  await postAnyway(page);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return page.url();
}

async function startWork(maintainer: Page, address: string): Promise<void> {
  await maintainer.goto(`${address.match(/.*\/posts\/\d+/)?.[0]}/move`);
  await maintainer.getByRole("radio", { name: "In progress" }).check();
  await maintainer.getByRole("button", { name: "Move", exact: true }).click();
  await expect(maintainer.getByRole("status")).toContainText("The post has moved.");
}

test("an entry is written, publishes its post, thanks who asked, and reaches a subscriber without an account", async ({
  browser,
  javaScriptEnabled,
}) => {
  const options = { javaScriptEnabled };
  const [author, reader] = [await browser.newPage(options), await browser.newPage(options)];
  const maintainer = await browser.newPage({ ...options, storageState: stateOf("mona") });
  const [ann, zoe] = [someone(), someone()];
  const [wish, title] = [`Whistle a tune ${ann.name}`, `Whistling ${ann.name}`];

  await reader.goto("/changelog");
  await reader.getByLabel("E-mail address").fill(zoe.email);
  await reader.getByRole("button", { name: "Subscribe" }).click();
  await expect(reader.getByRole("status")).toContainText("Please look into your mail");
  const asked = await waitForMail(reader, zoe.email, "Shall we tell you what is new?");
  await reader.goto(/https?:\/\/\S+\/subscribe\/[\w-]+/.exec(asked)?.[0] ?? "/nowhere");
  await reader.getByRole("button", { name: "Yes, send me what is new" }).click();
  await expect(reader.getByRole("heading", { name: "You get the changelog by mail" })).toBeVisible();

  await signIn(author, ann.email, ann.name);
  await author.goto("/me/preferences");
  await author.getByRole("checkbox", { name: "Name me in the changelog" }).check();
  await author.getByRole("button", { name: "Save" }).click();
  await expect(author.getByRole("status")).toBeVisible();
  const address = await postIdea(author, wish);
  await startWork(maintainer, address);
  await maintainer.goto("/staff/changelog/new");
  await maintainer.getByLabel("Title").fill(title);
  await maintainer.getByLabel("Text").fill("Any **tune** you like.");
  await maintainer.getByRole("checkbox", { name: "New" }).check();
  await maintainer.getByLabel("Posts").fill(address);
  await maintainer.getByRole("button", { name: "Save" }).click();
  await expect(maintainer.getByText("moves to “Shipped”")).toBeVisible();
  await maintainer.getByRole("button", { name: "Publish now" }).click();
  await expect(maintainer.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(maintainer.getByText(new RegExp(`Thank you, .?${ann.name}`))).toBeVisible();

  const mail = await waitForMail(reader, zoe.email, title);
  expect(mail).toContain("tune");
  const moved = await waitForMail(reader, ann.email, wish);
  expect(moved).toContain(title);

  await author.goto("/");
  await author.getByRole("link", { name: "Changelog: there is something new" }).click();
  await expect(author.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await author.getByRole("link", { name: title }).click();
  await expect(author.getByRole("link", { name: wish })).toBeVisible();

  await reader.goto(/https?:\/\/\S+\/unsubscribe\/[\w-]+/.exec(mail)?.[0] ?? "/nowhere");
  await reader.getByRole("button", { name: "Stop the mail" }).click();
  await expect(reader.getByRole("heading", { name: /no more mail about the changelog/ })).toBeVisible();
});
