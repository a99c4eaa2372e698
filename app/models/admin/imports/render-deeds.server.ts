import { type Rendered, renderInJob } from "../../core/text/markdown.server";
import type { Deed } from "./history";

/** The one thread that renders has work while its last result travels. */
const rendersAtOnce = 3;

/** The HTML of what comments and answers say. */
export async function renderDeeds(some: Deed[]): Promise<Map<Deed, Rendered>> {
  const rendered = new Map<Deed, Rendered>();
  const written = some.filter((deed) => deed.kind === "comment" || deed.kind === "answer");
  const render = async (deed: (typeof written)[number]) => {
    rendered.set(deed, await renderInJob(deed.body, "import"));
  };
  for (let i = 0; i < written.length; i += rendersAtOnce) {
    await Promise.all(written.slice(i, i + rendersAtOnce).map(render));
  }
  return rendered;
}
