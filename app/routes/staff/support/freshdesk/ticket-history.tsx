import type { SerializeFrom } from "@remix-run/node";
import type { listLog } from "~/models/support/freshdesk/queue-state.server";
import type { FreshdeskStatus } from "~/models/support/freshdesk/ticket-statuses";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { useLogSentence } from "./log-sentence";

interface Props {
  log: SerializeFrom<typeof listLog>;
  statuses: FreshdeskStatus[];
  /** Of the page. */
  path: string;
}

/** What was sent to a ticket and seen of it, the latest first. */
export function TicketHistory({ log: { items, next }, statuses, path }: Props) {
  const { t, moment } = useWords();
  const say = useLogSentence(statuses);
  return (
    <section aria-labelledby="history" className="mt-8">
      <h2 id="history" className="text-lg">
        {t("freshdeskPages.ticket.history")}
      </h2>
      <ol className={`${card} mt-3 divide-y divide-line`}>
        {items.length === 0 && <li className="p-4 text-muted">{t("freshdeskPages.ticket.noHistory")}</li>}
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2 text-sm">
            <time dateTime={item.createdAt} className="text-muted">
              {moment(item.createdAt)}
            </time>
            <span className="min-w-0 grow basis-56 wrap-anywhere">{say(item)}</span>
          </li>
        ))}
      </ol>
      {next && (
        <p className="mt-4">
          <a href={`${path}?before=${next}`} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        </p>
      )}
    </section>
  );
}
