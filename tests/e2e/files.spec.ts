import { photo, png } from "../support/file-samples";
import { isAccessible } from "./accessibility";
import { expect, type Page, postAnyway, signIn, someone, test } from "./support";

// Files of what people write: on a phone, by keyboard alone, and without JavaScript.

test.use({ viewport: { width: 390, height: 844 } });

const picture = async (name: string) => ({ name, mimeType: "image/png", buffer: await png(500, 400) });
/** Milliseconds that pictures may be in the making, also on a machine that does much else. */
const making = { timeout: 30_000 };

async function begin(page: Page): Promise<string> {
  const { email, name } = someone();
  await signIn(page, email, name);
  await page.goto("/posts/new?kind=bug&board=mobile");
  const title = `The list jumps ${Math.random().toString(36).slice(2, 8)}`;
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What happens").fill("It jumps.");
  return title;
}

/** Brings a picture into the text as somebody would from another program; named after the way. */
const bring = (page: Page, way: "pasted" | "dropped", bytes: Buffer) =>
  page.getByLabel("What happens").evaluate(
    (text, { way, base64 }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([content], `${way}.png`, { type: "image/png" }));
      const how = { bubbles: true, cancelable: true };
      if (way === "pasted") text.dispatchEvent(new ClipboardEvent("paste", { ...how, clipboardData: data }));
      else if (!text.dispatchEvent(new DragEvent("dragover", { ...how, dataTransfer: data })))
        text.dispatchEvent(new DragEvent("drop", { ...how, dataTransfer: data }));
    },
    { way, base64: bytes.toString("base64") },
  );

async function seesPictures(page: Page, alts: string[]): Promise<void> {
  const shown = page.getByRole("article").first().locator("img[srcset]");
  await expect(shown).toHaveCount(alts.length);
  for (const [i, alt] of alts.entries()) {
    await expect(shown.nth(i)).toHaveAttribute("alt", alt);
    await shown.nth(i).scrollIntoViewIfNeeded();
    const width = () => shown.nth(i).evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  }
}

test("a bug with pictures that were chosen, dropped and pasted, then a comment with a file", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled);
  await begin(page);
  const form = page.locator("attach-files");
  await form.locator("input[type=file]").setInputFiles(await picture("first.png"));
  await bring(page, "dropped", await png(500, 400));
  await bring(page, "pasted", await photo());
  const rows = form.getByRole("listitem");
  await expect(rows.locator("img:visible")).toHaveCount(3, making);
  await isAccessible(page);
  const row = (name: string) => rows.filter({ hasText: name });
  await row("first.png").getByLabel("Description").fill("The list before");
  await row("pasted.png").getByLabel("Description").fill("A trip");
  await row("dropped.png").getByRole("button", { name: "Remove" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Report" }).click();
  await postAnyway(page);
  await seesPictures(page, ["The list before", "A trip"]);
  await isAccessible(page);

  const comment = page.locator("form", { has: page.getByLabel("Your comment") });
  await comment.getByLabel("Your comment").fill("The log is here.");
  const log = { name: "crash log.txt", mimeType: "text/plain", buffer: Buffer.from("It jumped at 7:12.") };
  await comment.locator("input[type=file]").setInputFiles(log);
  await expect(comment.locator("attach-files progress")).toHaveCount(0);
  await comment.getByRole("button", { name: "Comment" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "crash log.txt" }).click();
  expect((await download).suggestedFilename()).toBe("crash log.txt");
});

test("by keyboard alone; what is too large or cannot be read says so, and a form that comes back has its files", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled);
  await begin(page);
  const input = page.locator("attach-files input[type=file]");
  await input.focus();
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles([
    await picture("good.png"),
    { name: "bad.png", mimeType: "image/png", buffer: (await png()).subarray(0, 200) },
    { name: "large.zip", mimeType: "application/zip", buffer: Buffer.alloc(25_000_001) },
  ]);
  await expect(page.getByText("Files may have 25 MB at most.")).toBeVisible();
  await expect(page.getByText("This picture cannot be read.")).toBeVisible(making);
  await expect(page.locator("attach-files img:visible")).toHaveCount(1, making);
  await input.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("It jumps");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove: bad.png" })).toBeVisible();
  for (const name of ["bad.png", "large.zip"]) {
    await page.getByRole("button", { name: `Remove: ${name}` }).focus();
    await page.keyboard.press("Enter");
    await expect(input).toBeFocused();
  }
  await page.getByLabel("Title").fill("");
  await page.getByRole("button", { name: "Report" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "good.png" }).getByLabel("Description")).toHaveValue(
    "It jumps",
  );
});

test("without JavaScript they come with the form, and are described and put in order afterwards", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled);
  await begin(page);
  await page.getByLabel("Choose files").setInputFiles([await picture("one.png"), await picture("two.png")]);
  await page.getByRole("button", { name: "Report" }).click();
  await postAnyway(page);
  await page.getByRole("link", { name: "Files" }).click();
  await page.getByLabel("Description").first().fill("The list before");
  await page.getByRole("button", { name: "Save the description" }).first().click();
  await page.getByRole("button", { name: "Move up: two.png" }).click();
  await page.getByRole("link", { name: /Back to post/ }).click();
  await seesPictures(page, ["two.png", "The list before"]);
});
