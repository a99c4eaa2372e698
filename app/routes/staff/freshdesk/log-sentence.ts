import type { DropReason } from "#db/schema/freshdesk";
import type { PostStatus } from "#db/schema/posts";
import type { LogKind } from "~/models/tickets/log";
import type { TicketStatus } from "~/models/tickets/ticket-statuses";
import { useWords } from "~/ui/frame";
import { useTicketStatus } from "~/ui/ticket-badge";

interface Entry {
  kind: string;
  params: Record<string, string | number>;
}

/** Says what an entry of the history tells, with the statuses in the account's own words. */
export function useLogSentence(statuses: TicketStatus[]) {
  const { t } = useWords();
  const nameOf = useTicketStatus(statuses);
  return ({ kind, params }: Entry): string => {
    const named = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name === "status" || (kind === "seen_status" && /^(from|to)$/.test(name))) {
          return [name, nameOf(Number(value))];
        }
        if (kind === "rule_moved" && name === "to") return [name, t(`status.${value as PostStatus}`)];
        if (name === "reason") return [name, t(`freshdesk.reasons.${value as DropReason}`)];
        return [name, value];
      }),
    );
    return t(`freshdesk.log.${kind as LogKind}`, named);
  };
}
