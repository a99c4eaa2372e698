import { type Rendered, renderInJob } from "../../core/text/markdown.server";
import type { Activity } from "./history";

/** The one thread that renders has work while its last result travels. */
const rendersAtOnce = 3;

/** The HTML of what comments and answers say. */
export async function renderActivities(some: Activity[]): Promise<Map<Activity, Rendered>> {
  const rendered = new Map<Activity, Rendered>();
  const written = some.filter((activity) => activity.kind === "comment" || activity.kind === "answer");
  const render = async (activity: (typeof written)[number]) => {
    rendered.set(activity, await renderInJob(activity.body, "import"));
  };
  for (let i = 0; i < written.length; i += rendersAtOnce) {
    await Promise.all(written.slice(i, i + rendersAtOnce).map(render));
  }
  return rendered;
}
