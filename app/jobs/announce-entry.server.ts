import { z } from "zod";
import { announceNext, findPublication } from "~/models/feedback/changelog/announce-entry.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Subscribers in one transaction: whoever has a mail already when a worker dies gets no other. */
const pageLength = 1000;

/** Queues the mails that tell subscribers of an entry. */
export async function announceEntry({ db }: Tools, job: unknown): Promise<void> {
  const publication = await findPublication(db, data.parse(job).eventId);
  if (!publication) return;
  let after: string | undefined;
  do after = await announceNext(db, { ...publication, after, limit: pageLength });
  while (after);
}
