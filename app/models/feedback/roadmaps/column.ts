import type { PostStatus } from "#db/schema/feedback/posts";

export interface Column {
  id: number;
  /** Empty where it is called like the first of its statuses. */
  name: string;
  statuses: PostStatus[];
  position: number;
}

/** Whether its cards are put there one by one. */
export const isByHand = ({ statuses }: Pick<Column, "statuses">): boolean => statuses.length === 0;

/** Whether posts of this status stand there by themselves. */
export const takesIn = ({ statuses }: Pick<Column, "statuses">, status: PostStatus): boolean =>
  statuses.includes(status);
