import type { PostStatus } from "#db/schema/feedback/posts";
import type { DropReason } from "#db/schema/support/freshdesk";
import type { LogKind } from "~/models/support/freshdesk/log";
import type { FreshdeskStatus } from "~/models/support/freshdesk/ticket-statuses";
import { useWords } from "~/ui/frame";
import { useFreshdeskStatus } from "~/ui/freshdesk-ticket-badge";

interface Item {
  kind: string;
  params: Record<string, string | number>;
}

/** Says what an item of the history tells, with the statuses in the account's own words. */
export function useLogSentence(statuses: FreshdeskStatus[]) {
  const { t } = useWords();
  const nameOf = useFreshdeskStatus(statuses);
  return ({ kind, params }: Item): string => {
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
