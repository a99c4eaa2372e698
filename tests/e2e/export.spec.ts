import { readFile } from "node:fs/promises";
import { manifestShape } from "~/models/admin/exports/manifest";
import { unzip } from "../support/zip";
import { expect, stateOf, test } from "./support";

test.use({ storageState: stateOf("ada") });

test("everything is exported, and the file that is downloaded holds it", async ({ page, javaScriptEnabled }) => {
  await page.goto("/staff/export");
  const ask = page.getByRole("button", { name: "Export everything" });
  // Another test may have asked: there is one export at a time.
  if (await ask.isVisible()) await ask.click();
  const download = page.getByRole("link", { name: /^Download/ }).first();
  await expect(async () => {
    const again = page.getByRole("link", { name: "Look again" });
    if (!javaScriptEnabled && (await again.isVisible())) await again.click();
    await expect(download).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 40_000 });
  const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  const entries = await unzip(await readFile(await file.path()));
  const { tables } = manifestShape.parse(JSON.parse(String(entries.get("manifest.json"))));
  const posts = tables.find(({ name }) => name === "posts");
  expect(posts?.rows).toBeGreaterThan(10);
  for (const { path, bytes } of posts?.files ?? []) expect(entries.get(path)).toHaveLength(bytes);
});
