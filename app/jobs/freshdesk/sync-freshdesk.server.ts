import { z } from "zod";
import { syncEvent } from "~/models/support/freshdesk/sync-event.server";
import type { Tools } from "../tools.server";

const data = z.object({ eventId: z.number() });

/** Queues what Freshdesk is to hear of an event. Without an account nothing is: links are kept all the same. */
export async function syncFreshdesk({ db, freshdesk, now }: Tools, job: unknown): Promise<void> {
  if (freshdesk) await syncEvent(db, data.parse(job).eventId, now());
}
