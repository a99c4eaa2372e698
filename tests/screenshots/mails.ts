import { writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { wordsIn } from "~/i18n";
import { writeSample } from "../../emails/samples";
import { findChromium } from "../support/find-chromium";
import { shrink } from "./small-png";

// `npx tsx tests/screenshots/mails.ts`: pictures of the main mails, on a wide screen and a phone, light and dark.

const names = ["move", "comments", "digest", "merge"];
const views = [
  { scheme: "light", width: 640 },
  { scheme: "light", width: 320 },
  { scheme: "dark", width: 640 },
  { scheme: "dark", width: 320 },
] as const;

const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-lcd-text"] });

for (const name of names) {
  const mail = await writeSample(name, wordsIn("en", { timeZone: "Europe/Berlin" }));
  const frames = views.map(({ scheme, width }) => {
    const html = mail?.html.replace(
      "@media (prefers-color-scheme:dark)",
      scheme === "dark" ? "@media all" : "@media not all",
    );
    return `<iframe width="${width}" srcdoc="${html?.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;
  });
  const page = await browser.newPage({ viewport: { width: 1960, height: 800 } });
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:10px;align-items:start;background:#888}iframe{border:0;flex:none}</style>${frames.join("")}`,
  );
  await page.waitForLoadState("load");
  const height = await page.evaluate(() => {
    const frames = [...document.querySelectorAll("iframe")];
    const height = Math.max(...frames.map(({ contentDocument }) => contentDocument?.body.scrollHeight ?? 0));
    for (const frame of frames) {
      const { contentDocument } = frame;
      if (contentDocument && contentDocument.documentElement.scrollWidth > Number(frame.width))
        throw new Error(`Wider than ${frame.width} pixels.`);
      frame.height = String(height);
      const ground = contentDocument?.querySelector(".canvas > table > tbody > tr > td");
      if (contentDocument && ground) contentDocument.body.style.background = getComputedStyle(ground).backgroundColor;
    }
    return height;
  });
  const clip = { x: 0, y: 0, width: 1950, height };
  const picture = await page.screenshot({ clip, fullPage: true });
  await writeFile(`docs/screenshots/mail-${name}.png`, await shrink(page, picture));
  await page.close();
}

await browser.close();
