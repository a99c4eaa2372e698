import type { ReactNode } from "react";
import { backlogDays, type DeskFigures, type Share } from "~/models/insights/desk/desk-figures";
import { addDays } from "~/models/insights/figures/period";
import { statusesUnderWay, ticketPriorities } from "~/models/support/tickets/lifecycle";
import { type QueueFilter, ticketSources } from "~/models/support/tickets/queue-filter";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { TicketsLink } from "./tickets-link";

interface Props {
  figures: Omit<DeskFigures, "agents">;
  from: string;
  today: string;
  categories: { id: number; name: string }[];
}

/** How many tickets came, and how many wait. */
export function Volume({ figures, from, today, categories }: Props) {
  const { t } = useWords();
  const linked = (count: number, filter: Partial<QueueFilter>) => (
    <TicketsLink count={count} filter={{ from, ...filter }} />
  );
  const countOf = (shares: Share[], key: string) => shares.find((share) => share.key === key)?.count ?? 0;
  return (
    <>
      <Tickets
        by="category"
        bars={figures.category.map(({ key, count }) => ({
          key,
          label: categories.find(({ id }) => String(id) === key)?.name ?? key,
          count,
          cell: linked(count, { category: [Number(key)] }),
        }))}
      />
      <Tickets
        by="priority"
        bars={ticketPriorities.map((priority) => {
          const count = countOf(figures.priority, priority);
          return {
            key: priority,
            label: t(`ticketPriority.${priority}`),
            count,
            cell: linked(count, { priority: [priority] }),
          };
        })}
      />
      <Tickets
        by="source"
        bars={ticketSources.map((source) => {
          const count = countOf(figures.source, source);
          return {
            key: source,
            label: t(`deskFigures.sources.${source}`),
            count,
            cell: linked(count, { source: [source] }),
          };
        })}
      />
      <Tickets
        by="hour"
        stands
        bars={figures.hours.map((count, hour) => ({
          key: String(hour),
          label: `${String(hour).padStart(2, "0")}:00`,
          count,
          cell: linked(count, { hour: String(hour) }),
        }))}
      />
      <Tickets
        by="backlog"
        bars={figures.backlog.map(({ key, count }) => ({
          key,
          label: t(`deskFigures.ages.${key}`),
          count,
          cell: <TicketsLink count={count} filter={{ status: [...statusesUnderWay], ...daysBefore(today)[key] }} />,
        }))}
      />
    </>
  );
}

/** When tickets of an age were opened, where today is the last day that is looked at. */
function daysBefore(today: string) {
  const before = (days: number) => addDays(today, -days);
  const { day, days, week, month } = backlogDays;
  return {
    day: { from: before(day) },
    days: { from: before(days), to: before(day + 1) },
    week: { from: before(week), to: before(days + 1) },
    month: { from: before(month), to: before(week + 1) },
    older: { to: before(month + 1) },
  };
}

interface TicketsProps {
  by: "category" | "priority" | "source" | "hour" | "backlog";
  bars: { key: string; label: string; count: number; cell: ReactNode }[];
  stands?: boolean;
}

function Tickets({ by, bars, stands = false }: TicketsProps) {
  const { t } = useWords();
  return (
    <BarChart
      id={by}
      title={t(`deskFigures.by.${by}`)}
      description={t(`deskFigures.byHint.${by}`)}
      labelOfBars={t(`deskFigures.label.${by}`)}
      series={[{ name: t("deskFigures.tickets"), look: "accent" }]}
      lies={!stands}
      bars={bars.map(({ key, label, count, cell }) => ({ key, label, values: [count], cells: [cell] }))}
    />
  );
}
