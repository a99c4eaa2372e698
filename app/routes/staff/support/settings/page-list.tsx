import type { SerializeFrom } from "@remix-run/node";
import type { listPages } from "~/models/support/paging/list-pages.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";

/** What was and is to be told to PagerDuty; what it has not taken can be sent again. */
export function PageList({ pages }: { pages: SerializeFrom<typeof listPages> }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="pages" className="mt-6 max-w-2xl">
      <h2 id="pages" className="text-lg">
        {t("paging.list")}
      </h2>
      {pages.length === 0 && <p className="mt-2 text-muted">{t("paging.none")}</p>}
      {pages.length > 0 && (
        <ol className={`${card} mt-3 divide-y divide-line text-sm`}>
          {pages.map(({ id, number, action, reason, state, answer, askedAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <a href={staffTicketPath(number)} dir="ltr" className="font-medium text-accent underline">
                {writeTicketNumber(number)}
              </a>
              <span className="min-w-0">
                {t(`paging.actions.${action}`)} · {t(`paging.reasons.${reason}`)}
              </span>
              <span className="ms-auto text-muted">
                <span className={state === "failed" ? "text-danger" : undefined}>{t(`paging.states.${state}`)}</span>{" "}
                <When at={askedAt} />
              </span>
              {answer && (
                <p dir="ltr" className="w-full font-mono text-xs wrap-anywhere text-muted">
                  {answer}
                </p>
              )}
              {state === "failed" && (
                <form method="post" action={`/staff/support/settings/paging/${id}/again`}>
                  <button type="submit" className={button("quiet", "small")}>
                    {t("paging.again")}
                    <span className="sr-only"> {writeTicketNumber(number)}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
