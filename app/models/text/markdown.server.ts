import { Piscina } from "piscina";

/** Raised whenever the rules in markdown.worker.js change, so that stored HTML can be told apart. */
export const htmlVersion = 2;

export interface Rendered {
  html: string;
  /** The beginning as plain text, at most 280 characters. */
  excerpt: string;
}

/** Milliseconds: ten times what 200 KB of Markdown take. What takes longer was made to. */
const patience = 3000;

let workers: Piscina | undefined;

/**
 * Markdown to sanitised HTML, in a worker thread: the parser and the browser model it needs cost a second
 * and 100 MB to load and up to 15 ms a page, which no request should wait for. The thread goes when idle.
 */
export async function renderMarkdown(markdown: string): Promise<Rendered> {
  if (markdown === "") return { html: "", excerpt: "" };
  const pool = await startWorkers();
  try {
    return await pool.run(markdown, { signal: AbortSignal.timeout(patience) });
  } catch {
    return asPlainText(markdown);
  }
}

/** Starts the thread ahead of need, when somebody opens a form; posting then does not wait for it to load. */
export function warmUp(): void {
  startWorkers().catch(() => {});
}

async function startWorkers(): Promise<Piscina> {
  workers ??= new Piscina({
    filename: new URL("./markdown.worker.js", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 600_000,
    // Else the thread waits without ever letting go of the documents it has done.
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // Loading is slow and not the fault of the text.
  if (workers.threads.length === 0) await workers.run("");
  return workers;
}

/** Several texts at once, under the names they were given. */
export async function renderAll<Name extends string>(texts: Record<Name, string>): Promise<Record<Name, Rendered>> {
  const names = Object.keys(texts) as Name[];
  const rendered = await Promise.all(names.map((name) => renderMarkdown(texts[name])));
  return Object.fromEntries(names.map((name, i) => [name, rendered[i]])) as Record<Name, Rendered>;
}

/** What the parser cannot take still says what its author wrote. */
function asPlainText(markdown: string): Rendered {
  const escaped = markdown.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return { html: `<p>${escaped.replace(/\n/g, "<br>")}</p>`, excerpt: markdown.replace(/\s+/g, " ").slice(0, 280) };
}
