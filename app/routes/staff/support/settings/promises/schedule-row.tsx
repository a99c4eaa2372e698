import type { Holiday, NamedWeek } from "#db/schema/support/promises";
import type { Schedule } from "~/models/support/promises/schedule";
import { useWords } from "~/ui/frame";
import { DrawnWeek } from "./drawn-week";

export interface ShownSchedule {
  id: number;
  key: string | null;
  name: string;
  /** As the team has named it; empty where it has not. */
  ownName: string;
  /** Null: the portal's. */
  timeZone: string | null;
  /** The one that counts. */
  zone: string;
  week: NamedWeek;
  spans: Schedule["week"];
  holidays: Holiday[];
}

/** A schedule in the list. */
export function ScheduleRow({ page, schedule }: { page: string; schedule: ShownSchedule }) {
  const { t, number } = useWords();
  const { id, name, zone, week, spans, holidays } = schedule;
  const isEmpty = spans.every((day) => day.length === 0);
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <a href={`${page}/${id}`} className="min-w-0 font-medium wrap-anywhere no-underline hover:text-accent">
          <bdi>{name}</bdi>
        </a>
        <span className="ms-auto text-sm text-muted">
          <bdi dir="ltr">{zone}</bdi> ·{" "}
          {t("deskSettings.schedule.holidayCount", { count: holidays.length, days: number(holidays.length) })}
        </span>
      </div>
      {isEmpty && <p className="mt-1 text-sm font-medium text-danger">{t("deskSettings.schedule.empty")}</p>}
      <DrawnWeek week={week} spans={spans} />
    </li>
  );
}
