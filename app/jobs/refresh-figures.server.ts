import { refreshFigures as refresh } from "~/models/insights/figures/refresh-figures.server";
import type { Tools } from "./tools.server";

/** What the table of top requests is sorted by; all of it anew twice a day and when somebody asks. */
export async function refreshFigures({ db, now }: Tools): Promise<void> {
  await refresh(db, { at: now() });
}
