import type { TicketPromise } from "#db/schema/support/tickets";
import { useWords } from "./frame";
import { Icon } from "./icon";
import { When } from "./when";

const looks: Record<TicketPromise, string> = {
  kept: "bg-slate-soft text-slate",
  at_risk: "bg-amber-soft text-amber",
  breached: "bg-red-soft text-red",
};

interface Props {
  promise: TicketPromise;
  /** When it is due; null while the clock stands. */
  dueAt: string | null;
}

/** The clock of a ticket: how what was promised stands, in words and in colour, and when it is due. */
export function Promised({ promise, dueAt }: Props) {
  const { t } = useWords();
  return (
    <span className={`tag inline-flex items-center gap-1 ${looks[promise]}`}>
      <Icon name="clock" />
      {t(dueAt ? `promise.${promise}` : `promise.standing.${promise}`)}
      {dueAt && <When at={dueAt} />}
    </span>
  );
}
