import type { TicketPriority, TicketStatus } from "#db/schema/support/tickets";
import { useWords } from "./frame";

const statusLooks: Record<TicketStatus, string> = {
  open: "bg-amber-soft text-amber",
  in_progress: "bg-blue-soft text-blue",
  waiting: "bg-violet-soft text-violet",
  resolved: "bg-green-soft text-green",
  closed: "bg-slate-soft text-slate",
};

/** Where a ticket stands; the team and whoever asked read different words for what waits. */
export function TicketStatusBadge({ status, forTeam = false }: { status: TicketStatus; forTeam?: boolean }) {
  const { t } = useWords();
  return (
    <span className={`badge ${statusLooks[status]}`}>
      {t(`${forTeam ? "ticketStatus" : "ticketStatusForThem"}.${status}`)}
    </span>
  );
}

const priorityLooks: Record<TicketPriority, string> = {
  urgent: "bg-red-soft text-red",
  high: "bg-amber-soft text-amber",
  medium: "bg-slate-soft text-slate",
  low: "bg-slate-soft text-slate",
};

export function TicketPriorityBadge({ priority }: { priority: TicketPriority }) {
  const { t } = useWords();
  return <span className={`tag ${priorityLooks[priority]}`}>{t(`ticketPriority.${priority}`)}</span>;
}
