import { expect, stateOf, test } from "./support";

test.use({ timezoneId: "Asia/Tokyo" });

test.describe("signed in", () => {
  test.use({ storageState: stateOf("ada") });

  test("from the second page on, the server writes times by the clock of the browser", async ({ page }) => {
    const written = async () =>
      /<time dateTime="([^"]+)" title="([^"]+)"/i.exec(await (await page.request.get("/posts/1")).text())?.slice(1);
    const said = (at: string, timeZone: string) =>
      new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short", timeZone }).format(new Date(at));
    const [at = "", before] = (await written()) ?? [];
    expect(before).toBe(`${said(at, "UTC")} UTC`);
    await page.goto("/");
    expect(await written()).toEqual([at, said(at, "Asia/Tokyo")]);
  });
});

test("a visitor is given no cookie", async ({ page }) => {
  await page.goto("/posts/1");
  await expect(page.locator("time").first()).toHaveAttribute("title", /^(?!.*UTC)/);
  expect(await page.context().cookies()).toEqual([]);
});
