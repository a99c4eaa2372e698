import type { AccountField } from "#db/schema/support/freshdesk";

export interface FreshdeskStatus {
  value: number;
  label: string;
}

/** The account's own statuses, in its own words; none until its fields have been read. */
export function listFreshdeskStatuses(fields: AccountField[] | null): FreshdeskStatus[] {
  const field = fields?.find(({ type }) => type === "default_status");
  return (field?.choices ?? []).map(({ value, label }) => ({ value: Number(value), label }));
}

/** Freshdesk's numbers of Resolved and Closed, in every account. */
export const solvedFreshdeskTickets = [4, 5];
