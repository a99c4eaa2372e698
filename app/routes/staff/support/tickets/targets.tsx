import { saySpan } from "~/models/support/promises/span";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Promised } from "~/ui/promised";
import type { TicketData } from "./load-ticket.server";

/** What was promised to a ticket, each with its clock. */
export function Targets({ targets }: Pick<TicketData, "targets">) {
  const words = useWords();
  const { t, moment } = words;
  if (targets.length === 0) return null;
  return (
    <section aria-labelledby="targets" className={`${card} p-4 text-sm print:hidden`}>
      <h2 id="targets" className="font-medium">
        {t("promise.heading")}
      </h2>
      <dl className="mt-2 space-y-3">
        {targets.map(({ kind, dueAt, atRiskAt, breachedAt, endedAt, isMet, leftSeconds }) => (
          <div key={kind}>
            <dt className="text-muted">{t(`promise.kinds.${kind}`)}</dt>
            <dd className="mt-1">
              {endedAt ? (
                <p>{t(isMet ? (breachedAt ? "promise.metLate" : "promise.met") : "promise.dropped")}</p>
              ) : (
                <Promised promise={breachedAt ? "breached" : atRiskAt ? "at_risk" : "kept"} dueAt={dueAt} />
              )}
              {dueAt && !endedAt && (
                <p className="mt-1 text-xs text-muted">
                  {moment(dueAt)}
                  {leftSeconds !== null &&
                    leftSeconds > 0 &&
                    ` · ${t("promise.left", { hours: saySpan(words, Math.max(60, leftSeconds)) })}`}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
