import { DomainError } from "../domain-error";
import { Thread } from "../thread.server";
import { clip } from "./clip.js";
import { Turns } from "./take-turns";

/**
 * Raised whenever the rules in markdown.worker.js and beside it change: the job `render-again` then makes good what
 * is stored.
 */
export const htmlVersion = 5;

/** What stands for a text that took too long: it is plain, and the job tries again. */
export const plainVersion = 0;

export interface Rendered {
  html: string;
  /** The beginning as plain text, at most 280 characters. */
  excerpt: string;
  /** By which rules it was made; to be stored with it. */
  version: number;
}

/** Milliseconds of work: ten times what 200 KB of Markdown take. What takes longer was made to. */
const longest = 4000;
/** Milliseconds that a page waits for rendered Markdown; then `busy` is thrown. */
const patience = 15_000;
const turns = new Turns({ each: 50, all: 500 });

const thread = new Thread<string, Omit<Rendered, "version">>(new URL("./markdown.worker.js", import.meta.url), "", {
  idle: 600_000,
  megabytes: 512,
});
let notice = (_fault: { error: unknown; length: number }): void => {};

/** Says whom to tell of texts that could not be rendered. */
export function noticePlainTexts(tell: typeof notice): void {
  notice = tell;
}

/**
 * Markdown to sanitised HTML, in a worker thread: the parser and the browser model it needs cost a second
 * and 100 MB to load and up to 15 ms a page, which no request should wait for. The thread goes when idle.
 *
 * Whoever sends many texts waits behind their own. Throws `busy` where a turn does not come in time: a text is never
 * rendered worse because there is much to do.
 */
export async function renderMarkdown(markdown: string, by: string): Promise<Rendered> {
  return take(markdown, by, patience);
}

/** The same for what no page waits for: it takes its turn whenever that comes. */
export async function renderInJob(markdown: string, job: string): Promise<Rendered> {
  return take(markdown, job, Number.POSITIVE_INFINITY);
}

async function take(markdown: string, by: string, patience: number): Promise<Rendered> {
  if (markdown === "") return { html: "", excerpt: "", version: htmlVersion };
  const rendered = await turns.take(by, patience, () => render(markdown));
  if (!rendered) throw new DomainError("busy");
  return rendered;
}

async function render(markdown: string): Promise<Rendered> {
  await thread.start();
  try {
    // The thread is there and has nothing else to do: the clock starts with the work.
    const rendered = await thread.run(markdown, longest);
    return { ...rendered, version: htmlVersion };
  } catch (error) {
    notice({ error, length: markdown.length });
    return { ...asPlainText(markdown), version: plainVersion };
  }
}

/** Starts the thread ahead of need, when somebody opens a form; posting then does not wait for it to load. */
export function warmUp(): void {
  turns.take("", patience, () => thread.start()).catch(() => {});
}

/** Several texts of one person at once, under the names they were given. */
export async function renderAll<Name extends string>(
  texts: Record<Name, string>,
  by: string,
): Promise<Record<Name, Rendered>> {
  const names = Object.keys(texts) as Name[];
  const rendered = await Promise.all(names.map((name) => renderMarkdown(texts[name], by)));
  return Object.fromEntries(names.map((name, i) => [name, rendered[i]])) as Record<Name, Rendered>;
}

/** The rules that all of them were made by: those of the worst. */
export const versionOf = (rendered: Record<string, Rendered>): number =>
  Math.min(...Object.values(rendered).map(({ version }) => version));

/** Markdown as plain text, where the parser fails on it. */
function asPlainText(markdown: string): Omit<Rendered, "version"> {
  const escaped = markdown.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const excerpt = clip(markdown.slice(0, 2000).replace(/\s+/g, " ").trim(), 280).trimEnd();
  return { html: `<p>${escaped.replace(/\n/g, "<br>")}</p>`, excerpt };
}
