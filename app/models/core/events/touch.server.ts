import type { Db } from "#db/client.server";
import { longestNews, tell } from "#db/news.server";
import { readJobs } from "#db/queue.server";
import type { Touch } from "./touches";

/** Lets all processes know, once `tx` has committed, what visitors see differently. */
export async function touch(tx: Db, touches: Touch[]): Promise<void> {
  if (touches.length === 0) return;
  const text = JSON.stringify([...new Set(touches)]);
  await tell(tx, text.length > longestNews ? '["all"]' : text);
}

/** Takes the news apart; what another version of us may have meant counts as everything. */
export function readTouches(text: string): Touch[] {
  if (readJobs(text).length > 0) return [];
  try {
    const touches = JSON.parse(text);
    return Array.isArray(touches) ? touches : ["all"];
  } catch {
    return ["all"];
  }
}
