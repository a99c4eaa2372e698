import { queueReports } from "~/models/insights/report/queue-reports.server";
import type { Tools } from "./tools.server";

/** Queues the weekly report for those on whose clock it has become Monday, 8:00. */
export async function sendWeeklyReports({ db, now }: Tools): Promise<void> {
  await queueReports(db, now());
}
