import { listUnqueuedEditions, makeEditions, queueEdition } from "~/models/feedback/roadmaps/announce-editions.server";
import type { Tools } from "./tools.server";

/** Followers in one transaction: whoever has a mail already when a worker dies gets no other. */
const pageLength = 1000;

/** Once a day: queues the mails that tell followers of roadmaps what changed. */
export async function announceRoadmaps({ db, now }: Tools): Promise<void> {
  const at = now();
  await makeEditions(db, at);
  for (const editionId of await listUnqueuedEditions(db)) {
    let after: string | undefined;
    do after = await queueEdition(db, { editionId, at, after, limit: pageLength });
    while (after);
  }
}
