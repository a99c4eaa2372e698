/** Where an entry stands, as its two times tell. */
export type EntryState = "draft" | "scheduled" | "published";

type Moment = Date | string | null;

export function stateOf({ scheduledFor, publishedAt }: { scheduledFor: Moment; publishedAt: Moment }): EntryState {
  if (publishedAt) return "published";
  return scheduledFor ? "scheduled" : "draft";
}
