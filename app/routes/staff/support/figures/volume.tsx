import type { ReactNode } from "react";
import type { DeskFigures, Share } from "~/models/insights/desk/desk-figures";
import { ticketPriorities } from "~/models/support/tickets/lifecycle";
import type { QueueFilter } from "~/models/support/tickets/queue-filter";
import { BarChart } from "~/ui/bar-chart";
import { useWords } from "~/ui/frame";
import { TicketsLink } from "./tickets-link";

interface Props {
  figures: Omit<DeskFigures, "agents">;
  from: string;
  categories: { id: number; name: string }[];
}

const sources = ["page", "mail", "api", "staff", "freshdesk"] as const;

/** How many tickets came, and how many wait. */
export function Volume({ figures, from, categories }: Props) {
  const { t, number } = useWords();
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
        bars={sources.map((source) => {
          const count = countOf(figures.source, source);
          return { key: source, label: t(`deskFigures.sources.${source}`), count, cell: number(count) };
        })}
      />
      <Tickets
        by="hour"
        stands
        bars={figures.hours.map((count, hour) => ({
          key: String(hour),
          label: `${String(hour).padStart(2, "0")}:00`,
          count,
          cell: number(count),
        }))}
      />
      <Tickets
        by="backlog"
        bars={figures.backlog.map(({ key, count }) => ({
          key,
          label: t(`deskFigures.ages.${key}`),
          count,
          cell: number(count),
        }))}
      />
    </>
  );
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
