import type { Words } from "~/i18n";
import { scheduleName } from "../../promise-names";
import { event, type Names } from "../event-row";
import { nothing } from "../touches";

interface Schedule {
  scheduleId: number;
  /** Of the one that every portal begins with; it may have no name of its own. */
  key: string | null;
  name: string;
}

const row = {
  about: "none",
  consequences: [],
  touches: nothing,
  gaps: (schedule: Schedule, _names: Names, words: Words) => ({ name: scheduleName(words, schedule) }),
} as const;

export const supportScheduleEvents = {
  "support_schedule.created": event<Schedule>()(row),
  "support_schedule.edited": event<Schedule>()(row),
  "support_schedule.deleted": event<Schedule>()(row),
};
