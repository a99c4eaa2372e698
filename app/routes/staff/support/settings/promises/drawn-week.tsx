import type { NamedWeek } from "#db/schema/support/promises";
import { writeHours } from "~/models/support/promises/hours";
import type { Schedule } from "~/models/support/promises/schedule";
import { weekdays } from "~/models/support/promises/schedule-draft";
import { useWords } from "~/ui/frame";

interface Props {
  /** As the team has named the hours, and as they are in fact: those over midnight are of two days. */
  week: NamedWeek;
  spans: Schedule["week"];
}

const midnight = 24 * 60;

/** The hours of a week, each day as a bar and in words. */
export function DrawnWeek({ week, spans }: Props) {
  const { t, direction } = useWords();
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(4rem,1fr)_auto] items-center gap-x-3 gap-y-1 text-sm">
      {weekdays.map((day, i) => (
        <div key={day} className="contents">
          <dt>{t(`deskSettings.schedule.${day}`)}</dt>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${midnight} 60`}
            preserveAspectRatio="none"
            className="block h-3 w-full rounded-sm bg-line/40"
          >
            {(spans[i] ?? []).map(({ from, to }) => (
              <rect
                key={from}
                x={direction === "rtl" ? midnight - to : from}
                width={to - from}
                height={60}
                className="fill-accent"
              />
            ))}
          </svg>
          <dd className="text-muted tabular-nums">
            {week[i]?.length ? <bdi dir="ltr">{writeHours(week[i])}</bdi> : t("deskSettings.schedule.closed")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
