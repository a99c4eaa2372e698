import type { Page } from "@playwright/test";
import { expect, findMail, postAnyway, signIn, someone, stateOf, test } from "./support";

// What comes by mail, and how it stops.

/** A link that unsubscribes, as the mail's words have it: the first mutes the post, the last ends all mail. */
const stopLinks = (mail: string): string[] => mail.match(/https?:\/\/\S+\/unsubscribe\/[\w-]+/g) ?? [];

async function move(maintainer: Page, address: string, to: string, answer: string): Promise<void> {
  await maintainer.goto(address);
  await maintainer.getByText("Move", { exact: true }).first().click();
  await maintainer.getByRole("radio", { name: to }).check();
  await maintainer.getByRole("textbox", { name: "Official answer" }).fill(answer);
  await maintainer.getByRole("button", { name: "Move", exact: true }).click();
  await expect(maintainer.getByRole("status")).toContainText("The post has moved.");
}

test("somebody votes, gets the mail, mutes by its link, votes again, and hears nothing", async ({ browser }) => {
  const [author, voter, reader] = [await browser.newPage(), await browser.newPage(), await browser.newPage()];
  const maintainer = await browser.newPage({ storageState: stateOf("mona") });
  const [ann, vic] = [someone(), someone()];
  const title = `Sing a song ${ann.name}`;
  await signIn(author, ann.email, ann.name);
  await author.goto("/posts/new");
  await author.getByLabel("Title").fill(title);
  await author.getByLabel("What is it about?").fill("Aloud.");
  await author.getByRole("button", { name: "Post the idea" }).click();
  await postAnyway(author);
  await expect(author.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const address = author.url();

  await signIn(voter, vic.email, vic.name);
  await voter.goto(address);
  const vote = voter.getByRole("button", { name: new RegExp(`Vote for.*${ann.name}`) });
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await move(maintainer, address, "Under review", "We look into it.");

  let mail: string | undefined;
  await expect(async () => {
    mail = await findMail(reader, vic.email, title);
    expect(mail).toContain("We look into it.");
  }).toPass({ timeout: 20_000 });

  // Whoever opens the link is signed in nowhere.
  const [mute] = stopLinks(mail ?? "");
  await reader.goto(mute ?? "/nowhere");
  await reader.getByRole("button", { name: "Mute the post" }).click();
  await expect(reader.getByRole("heading", { name: /The post is muted/ })).toBeVisible();

  await voter.goto(address);
  // A click while another is on its way does nothing.
  const answered = voter.waitForResponse("**/vote");
  await vote.click();
  await (await answered).finished();
  await expect(vote).toHaveAttribute("aria-pressed", "false");
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await move(maintainer, address, "Planned", "For the spring.");

  // The author's mail is there, so the voter's would be.
  await expect(async () => {
    expect(await findMail(reader, ann.email, title)).toContain("For the spring.");
  }).toPass({ timeout: 20_000 });
  expect(await findMail(reader, vic.email, title)).not.toContain("For the spring.");
  await voter.goto("/me/notifications");
  await expect(voter.getByText("Nothing new for you yet.")).toBeVisible();

  // The author's mail program presses its own button, without cookies and from anywhere.
  const all = stopLinks((await findMail(reader, ann.email, title)) ?? "").at(-1) ?? "";
  const answer = await reader.request.post(all, {
    form: { "List-Unsubscribe": "One-Click" },
    headers: { Origin: "https://mail.example", Cookie: "" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
  await author.goto("/me/preferences");
  await expect(author.getByRole("radio", { name: "No mail about posts" })).toBeChecked();
});
