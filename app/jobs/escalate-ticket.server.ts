import { z } from "zod";
import { escalateAfter } from "~/models/support/escalations/escalate-after.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Has tickets go to a higher tier where an event gives reason to. */
export async function escalateTicket({ db, now }: Tools, job: unknown): Promise<void> {
  await escalateAfter(db, { eventId: data.parse(job).eventId, at: now() });
}
