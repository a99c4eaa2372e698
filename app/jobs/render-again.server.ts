import { renderSomeAgain } from "~/models/admin/jobs/render-again.server";
import type { Tools } from "./tools.server";

/** Milliseconds; what is left then is done the next time. */
const longest = 180_000;

/** After an upgrade of our Markdown rules, and where a text had to stay plain: makes HTML of what people wrote. */
export async function renderAgain({ db, log }: Tools): Promise<void> {
  const begun = performance.now();
  let done = 0;
  for (let some: "fresh" | "failed" = "fresh"; performance.now() - begun < longest; ) {
    const { found, plain } = await renderSomeAgain(db, some);
    if (plain.length > 0) log.warn({ plain }, "these texts stay plain, because they take too long to render");
    done += found;
    // Of those that failed before, a few each time: the machine may have been busy, and is in a while no more.
    if (some === "failed") break;
    if (found === 0) some = "failed";
  }
  if (done > 0) log.info({ done }, "texts rendered again");
}
