import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { SendAgain, type Write, WriteAbout, WriteProblems } from "./write-lines";

/** What is on its way to a ticket, and what Freshdesk would not take. */
export function TicketWrites({ writes }: { writes: Write[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="writes" className="mt-8">
      <h2 id="writes" className="text-lg">
        {t("freshdeskPages.ticket.writes")}
      </h2>
      <ol className={`${card} mt-3 divide-y divide-line`}>
        {writes.map((write) => (
          <li key={write.id} className="space-y-1 px-4 py-3 text-sm">
            <WriteAbout write={write} />
            <p className={write.state === "refused" ? "text-danger" : "text-amber"}>
              {t(`freshdeskPages.queue.${write.state}`)}
            </p>
            <WriteProblems write={write} />
            <SendAgain write={write} />
          </li>
        ))}
      </ol>
    </section>
  );
}
