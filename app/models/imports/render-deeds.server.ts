import { renderMarkdown } from "../text/markdown.server";
import type { Deed } from "./history";

/** The one thread that renders has work while its last result travels. */
const rendersAtOnce = 3;

/** The HTML of what comments and answers say. */
export async function renderDeeds(some: Deed[]): Promise<Map<Deed, string>> {
  const rendered = new Map<Deed, string>();
  const written = some.filter((deed) => deed.kind === "comment" || deed.kind === "answer");
  const render = async (deed: (typeof written)[number]) => {
    rendered.set(deed, (await renderMarkdown(deed.body)).html);
  };
  for (let i = 0; i < written.length; i += rendersAtOnce) {
    await Promise.all(written.slice(i, i + rendersAtOnce).map(render));
  }
  return rendered;
}
