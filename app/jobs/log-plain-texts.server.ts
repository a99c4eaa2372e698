import type { Log } from "~/log.server";
import { noticePlainTexts } from "~/models/core/text/markdown.server";

/** Says in the log where a text had to stay plain; the job `render-again` comes back to it. */
export const logPlainTexts = (log: Log): void =>
  noticePlainTexts(({ error, length }) => log.warn({ err: error, length }, "a text took too long to render"));
