import type { QueueFilter } from "~/models/support/tickets/queue-filter";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { BulkBar } from "../../../bulk/bulk-bar";
import { type Choices, useTicketGroups } from "./say-change";

interface Props extends Choices {
  /** Those that are shown: their tags are proposed. */
  tickets: { tags: string[] }[];
  /** Where they were put away: all that can be done is to bring them back. */
  away: QueueFilter["away"];
}

/** What to do with the tickets that are ticked. */
export function TicketsBar({ tickets, away, ...choices }: Props) {
  const { t } = useWords();
  const tags = [...new Set(tickets.flatMap((ticket) => ticket.tags))].sort();
  const groups = useTicketGroups(choices);
  if (away) {
    const back = { label: t(`queue.${away}`), options: [["away:none", t("tickets.restore")] as const] };
    return <BulkBar noun="ticket" groups={[back]} />;
  }
  return (
    <BulkBar noun="ticket" groups={groups}>
      <label className="w-40 space-y-1.5 font-medium">
        <span className="block">{t("queue.tag")}</span>
        <input name="tag" dir="auto" list="queue-tags" maxLength={40} className={`${control} min-h-10 font-normal`} />
        <datalist id="queue-tags">
          {tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </label>
    </BulkBar>
  );
}
