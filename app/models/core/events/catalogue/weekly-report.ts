import { event } from "../event-row";
import { nothing } from "../touches";

export const weeklyReportEvents = {
  /** Who of the team gets it: how many were added and removed. */
  "weekly_report.readers_chosen": event<{ added: number; removed: number }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
