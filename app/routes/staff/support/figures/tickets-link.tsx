import type { ReactNode } from "react";
import { ticketStatuses } from "~/models/support/tickets/lifecycle";
import { type QueueFilter, queuePath } from "~/models/support/tickets/queue-filter";
import { useWords } from "~/ui/frame";
import { ways } from "../tickets/ways";

interface Props {
  count: number;
  filter: Partial<QueueFilter>;
  children?: ReactNode;
}

/** A number that opens the tickets it is about. */
export function TicketsLink({ count, filter, children }: Props) {
  const { number } = useWords();
  const shown = children ?? number(count);
  if (count === 0) return shown;
  return <a href={queuePath({ ...ways.all, status: [...ticketStatuses], sort: "newest", ...filter })}>{shown}</a>;
}
