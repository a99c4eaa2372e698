import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What another scheme of colours can break; everything else is the same in both. */
const colours = ["color-contrast", "link-in-text-block"];

/** Nothing for axe to find on the page as it is. */
export async function isAccessible(
  page: Page,
  { rules, about = page.url() }: { rules?: string[]; about?: string } = {},
) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect(found, about).toEqual([]);
}

/**
 * Nothing for axe to find at an address in light or dark, and no sideways scroll at 320 pixels.
 * @param before what is done on the page once it is loaded
 */
export async function findNothingWrong(page: Page, path: string, before?: (page: Page) => Promise<unknown>) {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const colorScheme of ["light", "dark"] as const) {
    // Loaded anew: what changes its colours before one's eyes is measured half way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(path);
    await before?.(page);
    await isAccessible(page, { rules: colorScheme === "dark" ? colours : undefined, about: `${path} ${colorScheme}` });
  }
  await page.setViewportSize({ width: 320, height: 700 });
  // A page that is still being laid out is looked at again.
  await expect.poll(() => tooWide(page), { message: path }).toEqual([]);
}

/** What makes the page scroll sideways; nothing where it does not. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = window.innerWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
    return ["the page scrolls sideways", ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 160))];
  });

/** Opens what is folded in, of many alike a few: fifty tell axe nothing more. */
export async function openDetails(page: Page): Promise<void> {
  await page.locator("main details").evaluateAll((all) => {
    for (const details of all.slice(0, 20)) details.setAttribute("open", "");
  });
}
