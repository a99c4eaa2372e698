import type { SerializeFrom } from "@remix-run/node";
import { sentenceOf } from "~/models/core/events/sentence";
import { namesOfRoadmaps } from "~/models/feedback/roadmaps/names";
import type { listTicketHistory } from "~/models/support/tickets/ticket-history.server";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";

interface Props {
  items: SerializeFrom<typeof listTicketHistory>;
}

/** All that happened to a ticket, folded. */
export function History({ items }: Props) {
  const words = useWords();
  return (
    <details className="mt-6">
      <summary className="w-fit cursor-pointer text-sm text-muted underline">{words.t("tickets.history")}</summary>
      <ol className="mt-3 space-y-1.5 text-sm text-muted">
        {items.map(({ id, at, personName, ...event }) => (
          <li key={id}>
            {sentenceOf(words, event, {
              ...namesOfRoadmaps(words),
              person: () => personName ?? words.t("people.deleted"),
            })}{" "}
            <When at={at} />
          </li>
        ))}
      </ol>
    </details>
  );
}
