import type { QueueState } from "~/models/admin/jobs/list-jobs.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";

const counts = ["waiting", "underWay", "retrying", "done", "dead"] as const;

/** How each queue is getting on, and what to do with all of its failed jobs. */
export function Queues({ queues }: { queues: QueueState[] }) {
  const { t, number } = useWords();
  return (
    <ul className={`${card} mt-6 divide-y divide-line`}>
      {queues.map((queue) => (
        <li key={queue.name} className="px-4 py-3">
          <h2 className="font-mono text-sm font-medium">{queue.name}</h2>
          <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {counts.map((name) => (
              <div key={name} className="flex gap-1.5">
                <dt className="text-muted">{t(`jobsStaff.${name}`)}</dt>
                <dd className={`tabular-nums ${name === "dead" && queue.dead > 0 ? "font-semibold text-danger" : ""}`}>
                  {number(queue[name])}
                </dd>
              </div>
            ))}
          </dl>
          <QueueTools queue={queue} />
        </li>
      ))}
    </ul>
  );
}

function QueueTools({ queue: { name, retrying, dead } }: { queue: QueueState }) {
  const { t } = useWords();
  if (retrying + dead === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <form method="post" action="/staff/jobs/retry">
        <input type="hidden" name="queue" value={name} />
        <button type="submit" className={button("quiet", "small")}>
          {t("jobsStaff.retryAll")}
        </button>
      </form>
      {dead > 0 && (
        <Confirmed
          action="/staff/jobs/discard"
          fields={{ queue: name }}
          label={t("jobsStaff.discardAll")}
          question={t("jobsStaff.discardAllQuestion", { queue: name })}
          className={button("danger", "small")}
        />
      )}
    </div>
  );
}
