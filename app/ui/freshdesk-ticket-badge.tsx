import type { FreshdeskTicketState } from "#db/schema/support/freshdesk";
import { useWords } from "./frame";

interface Props {
  /** Null until it was seen. */
  state: FreshdeskTicketState | null;
  status: number | null;
  /** The account's own statuses. */
  statuses: { value: number; label: string }[];
}

/** Where a ticket stands in Freshdesk, in the account's own words as far as we know them. */
export function FreshdeskTicketBadge({ state, status, statuses }: Props) {
  const { t } = useWords();
  const name = useFreshdeskStatus(statuses);
  const look = "inline-block rounded-full px-2 py-0.5 text-xs font-medium";
  if (!state) return <span className={`${look} bg-amber-soft text-amber`}>{t("freshdeskPages.notSeen")}</span>;
  if (state !== "here") {
    return <span className={`${look} bg-red-soft text-red`}>{t(`freshdeskPages.state.${state}`)}</span>;
  }
  return <bdi className={`${look} bg-slate-soft text-slate`}>{name(status)}</bdi>;
}

/** Names Freshdesk's statuses. */
export function useFreshdeskStatus(statuses: Props["statuses"]) {
  const { t } = useWords();
  return (status: number | null): string =>
    statuses.find(({ value }) => value === status)?.label ??
    t("freshdeskPages.statusNumber", { number: status === null ? "?" : String(status) });
}
