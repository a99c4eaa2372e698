import { expect, test } from "./support";

// With and without JavaScript.

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

for (const start of ["/posts/1", "/changelog/1"]) {
  test(`the address of ${start} is passed on`, async ({ page, javaScriptEnabled }) => {
    await page.goto(start);
    const address = page.url();
    await page.goto(`${address}?lang=en#content`);
    if (!javaScriptEnabled) {
      await page.getByRole("link", { name: "Link to this page" }).click();
      return expect(page).toHaveURL(address);
    }
    await page.getByRole("button", { name: "Copy link" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("The link is copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  });
}

test("where a browser does not let pages copy, the link stays, and what fails is said", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled);
  await page.goto("/posts/1");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
  });
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("status")).toContainText("That did not work.");
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "clipboard"));
  await page.reload();
  await expect(page.getByRole("link", { name: "Link to this page" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ isMobile: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  test("the address is shared, and whoever thinks better of it hears nothing", async ({ page, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled);
    await page.addInitScript(() => {
      const shared: ShareData[] = [];
      const share = async (data: ShareData) => {
        shared.push(data);
        if (shared.length === 2) throw new DOMException("", "AbortError");
        if (shared.length === 3) throw new DOMException("", "DataError");
      };
      Object.assign(navigator, { share });
      Object.assign(globalThis, { shared });
    });
    await page.goto("/posts/1");
    const share = page.getByRole("button", { name: "Share" });
    const shared = () => page.evaluate(() => (globalThis as unknown as { shared: ShareData[] }).shared);
    for (const said of ["", "", "That did not work. Please try again."]) {
      await share.tap();
      await expect(page.getByRole("status")).toHaveText(said);
    }
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    expect(await shared()).toEqual(Array(3).fill({ title, url: page.url() }));
  });
});
