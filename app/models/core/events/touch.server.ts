import type { Db } from "#db/client.server";
import { longestMessage, publish } from "#db/messages.server";
import type { Touch } from "./touches";

/** Lets all processes know, once `tx` has committed, what visitors see differently. */
export async function touch(tx: Db, touches: Touch[]): Promise<void> {
  if (touches.length === 0) return;
  const text = JSON.stringify([...new Set(touches)]);
  await publish(tx, "pages", text.length > longestMessage ? '["all"]' : text);
}

/** Takes a message about pages apart; what another version of us may have meant counts as everything. */
export function readTouches(text: string): Touch[] {
  try {
    const touches = JSON.parse(text);
    return Array.isArray(touches) ? touches : ["all"];
  } catch {
    return ["all"];
  }
}
