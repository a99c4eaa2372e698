import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type AxeResults = Awaited<ReturnType<AxeBuilder["analyze"]>>;

/** What another scheme of colours can break; everything else is the same in both. */
const colours = ["color-contrast", "link-in-text-block"];

/** What is fine is counted and not described, which takes a third of the time. */
const violationsOnly = { resultTypes: ["violations" as const] };

/** Nothing for axe to find on the page as it is. */
export async function isAccessible(page: Page, about = page.url()): Promise<void> {
  // "Legacy" puts the answers together in the page itself rather than in another tab, which our pages without frames
  // do not need and which takes a second.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(violationsOnly).analyze();
  expect(say(violations), about).toEqual([]);
}

/** The same for colours alone, by the axe that `isAccessible` has left in the page: to send it again takes as long. */
async function hasGoodColours(page: Page, about: string): Promise<void> {
  const options = { ...violationsOnly, runOnly: { type: "rule" as const, values: colours } };
  const violations = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(what: Document, how: typeof options): Promise<AxeResults> } };
    return (await axe.run(document, options)).violations;
  }, options);
  expect(say(violations), about).toEqual([]);
}

const say = (violations: AxeResults["violations"]): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);

/**
 * Nothing for axe to find at an address in light or dark, and no sideways scroll at 320 pixels.
 * @param before what is done on the page once it is loaded
 */
export async function findNothingWrong(page: Page, path: string, before?: (page: Page) => Promise<unknown>) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(path);
  await before?.(page);
  await isAccessible(page, `${path} light`);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  // Who wants no motion gets none; and what is changing its colours would be measured half way.
  expect(await page.evaluate(() => document.getAnimations().length), `${path} moves`).toBe(0);
  await hasGoodColours(page, `${path} dark`);
  await isNarrow(page);
}

/** No sideways scroll at 320 pixels, and no button that breaks within a word. */
export async function isNarrow(page: Page) {
  await page.setViewportSize({ width: 320, height: 700 });
  // A page that is still being laid out is looked at again.
  await expect.poll(() => tooWide(page), { message: page.url() }).toEqual([]);
  await expect.poll(() => brokenButtons(page), { message: page.url() }).toEqual([]);
}

/** What makes the page scroll sideways; nothing where it does not. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = window.innerWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
    return ["the page scrolls sideways", ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 160))];
  });

/** The words that stand on two lines, of buttons that have the room to show them on one. */
const brokenButtons = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (!text.parentElement?.closest(".button")?.checkVisibility()) continue;
      for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}\d]{1,20}/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const [first, ...others] = range.getClientRects();
        if (first && others.some(({ top }) => top > first.top + 4)) broken.push(word);
      }
    }
    return broken;
  });

/** Opens what is folded in, of many alike a few: fifty tell axe nothing more. */
export async function openDetails(page: Page): Promise<void> {
  await page.locator("main details").evaluateAll((all) => {
    for (const details of all.slice(0, 20)) details.setAttribute("open", "");
  });
}
