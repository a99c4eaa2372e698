import type { SerializeFrom } from "@remix-run/node";
import { manyInQueue } from "~/models/support/freshdesk/many-in-queue";
import type { findFreshdeskState } from "~/models/support/freshdesk/queue-state.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

const states = ["queued", "sending", "uncertain", "done", "refused", "dropped"] as const;

/** What waits to go out and to be read, and since when. */
export function Queue({ state }: { state: SerializeFrom<typeof findFreshdeskState> }) {
  const { t, moment } = useWords();
  const { writes, reads, links, waitingSince } = state;
  return (
    <section aria-labelledby="queue" className={`${card} p-5`}>
      <h2 id="queue" className="text-lg">
        {t("freshdeskPages.queue.heading")}
      </h2>
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {states.map((name) => (
          <Count key={name} name={t(`freshdeskPages.queue.${name}`)} count={writes[name] ?? 0} />
        ))}
        <Count name={t("freshdeskPages.queue.reads")} count={reads} />
        <Count name={t("freshdeskPages.queue.links")} count={links} />
      </dl>
      <p className="mt-3 text-sm text-muted">
        {waitingSince
          ? t("freshdeskPages.queue.waitingSince", { time: moment(waitingSince) })
          : t("freshdeskPages.queue.nothingWaits")}
      </p>
    </section>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  const { number } = useWords();
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{name}</dt>
      <dd className="tabular-nums">{count < manyInQueue ? number(count) : `${number(manyInQueue - 1)}+`}</dd>
    </div>
  );
}
