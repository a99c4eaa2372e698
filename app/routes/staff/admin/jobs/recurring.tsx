import type { RecurringJob } from "~/models/admin/jobs/list-jobs.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

/** What happens by the clock, and when it last did. */
export function Recurring({ jobs }: { jobs: RecurringJob[] }) {
  const { t, moment } = useWords();
  return (
    <ul className={`${card} mt-3 divide-y divide-line`}>
      {jobs.length === 0 && <li className="p-4 text-muted">{t("jobsStaff.noneRecurring")}</li>}
      {jobs.map(({ name, cron, lastAt }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm">
          <span className="font-mono font-medium">{name}</span>
          <code dir="ltr" className="text-muted">
            {cron}
          </code>
          <span className="ms-auto text-muted">
            {lastAt === null ? t("jobsStaff.never") : t("jobsStaff.lastAt", { time: moment(new Date(lastAt)) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
