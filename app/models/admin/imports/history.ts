import type { RowFault } from "./row-fault";

/** Somebody as the source knows them. */
export interface Person {
  name?: string;
  email?: string;
}

/** What people did to a post elsewhere; `post` is its id there. Comes after all posts. */
export type Activity = { post: string; person: Person; at?: Date } & (
  | { kind: "vote" }
  | { kind: "follow" }
  | { kind: "comment"; id: string; parent?: string; body: string }
  /** The official answer: one for each post. */
  | { kind: "answer"; body: string }
  /** It is a duplicate of this one. */
  | { kind: "merge"; into: string }
);

export type ActivityKind = Activity["kind"];

/** One activity and where it stands, or why it cannot be read, or that only the team saw it there: it does not come. */
export type HistoryRow = { line: number } & ({ activity: Activity } | { fault: RowFault } | { isHidden: true });

export type Tally = Record<ActivityKind, number>;

export const emptyTally = (): Tally => ({ vote: 0, follow: 0, comment: 0, answer: 0, merge: 0 });

/** Reads everything once and writes nothing: what people did. */
export async function surveyHistory(
  rows: AsyncIterable<HistoryRow>,
  onRefusal: (refusal: { line: number; fault: RowFault }) => void,
  onHidden?: () => void,
): Promise<Tally> {
  const tally = emptyTally();
  for await (const row of rows) {
    if ("fault" in row) onRefusal(row);
    else if ("isHidden" in row) onHidden?.();
    else tally[row.activity.kind] += 1;
  }
  return tally;
}
