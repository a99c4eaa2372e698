import { compareStored } from "~/models/feedback/revisions/compare-stored.server";
import type { Tools } from "./tools.server";

/** Batches of one run; the next run goes on. */
const most = 50;

/** Compares old changes of texts that nobody has compared yet, so that no reader has to wait for it. */
export async function compareRevisions({ db }: Tools): Promise<void> {
  for (let done = 0, isMore = true; isMore && done < most; done++) isMore = await compareStored(db);
}
