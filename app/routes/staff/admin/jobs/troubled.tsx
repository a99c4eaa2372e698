import type { TroubledJob } from "~/models/admin/jobs/list-jobs.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";

/** Jobs that failed, with what went wrong. */
export function Troubled({ jobs }: { jobs: TroubledJob[] }) {
  const { t } = useWords();
  return (
    <ol className={`${card} mt-3 divide-y divide-line`}>
      {jobs.length === 0 && <li className="p-4 text-muted">{t("jobsStaff.noneTroubled")}</li>}
      {jobs.map((job) => (
        <li key={job.id} className="px-4 py-3">
          <TroubledOne job={job} />
        </li>
      ))}
    </ol>
  );
}

function TroubledOne({ job }: { job: TroubledJob }) {
  const { id, queue, isDead, tries, createdAt, triedAt, nextAt } = job;
  const { t, moment } = useWords();
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-mono text-sm font-medium">{queue}</span>
        <span
          className={`rounded-full px-2 py-0.5 text-xs font-medium ${isDead ? "bg-red-soft text-red" : "bg-amber-soft text-amber"}`}
        >
          {t(isDead ? "jobsStaff.isDead" : "jobsStaff.isRetrying")}
        </span>
        <span className="text-sm text-muted">{t("jobsStaff.tries", { count: tries })}</span>
      </p>
      <Reason job={job} />
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{t("jobsStaff.createdAt", { time: moment(new Date(createdAt)) })}</span>
        {triedAt !== null && <span>{t("jobsStaff.triedAt", { time: moment(new Date(triedAt)) })}</span>}
        {!isDead && <span>{t("jobsStaff.nextAt", { time: moment(new Date(nextAt)) })}</span>}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <form method="post" action="/staff/jobs/retry">
          <input type="hidden" name="queue" value={queue} />
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={button("quiet", "small")}>
            {t("jobsStaff.retry")}
          </button>
        </form>
        <Confirmed
          action="/staff/jobs/discard"
          fields={{ queue, id }}
          label={t("jobsStaff.discard")}
          question={t("jobsStaff.discardQuestion")}
          className={button("danger", "small")}
        />
      </div>
    </>
  );
}

/** Errors are as the program words them; what became of processes is for people. */
function Reason({ job: { error, processesEnded } }: { job: TroubledJob }) {
  const { t } = useWords();
  if (processesEnded === null)
    return (
      <p dir="ltr" className="mt-1 line-clamp-4 text-sm wrap-anywhere">
        {error}
      </p>
    );
  return <p className="mt-1 text-sm">{t(processesEnded > 1 ? "jobsStaff.endedTwice" : "jobsStaff.ended")}</p>;
}
