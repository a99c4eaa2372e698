export const parts = ["html", "text", "headers"] as const;

/** What the outbox shows: of whom, and which part of which mail. */
export interface OutboxView {
  address?: string;
  id?: string;
  part?: (typeof parts)[number];
}

export function outboxPath({ address, id, part = "html" }: OutboxView): string {
  const search = new URLSearchParams({ ...(part !== "html" && { part }), ...(address && { address }) });
  return `/dev/outbox${id ? `/${id}` : ""}${search.size > 0 ? `?${search}` : ""}`;
}
