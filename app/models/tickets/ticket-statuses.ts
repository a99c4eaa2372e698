import type { AccountField } from "#db/schema/freshdesk";

export interface TicketStatus {
  value: number;
  label: string;
}

/** The account's own statuses, in its own words; none until its fields have been read. */
export function listTicketStatuses(fields: AccountField[] | null): TicketStatus[] {
  const field = fields?.find(({ type }) => type === "default_status");
  return (field?.choices ?? []).map(({ value, label }) => ({ value: Number(value), label }));
}

/** Freshdesk's numbers of Resolved and Closed, in every account. */
export const solvedTickets = [4, 5];
