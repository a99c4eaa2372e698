import type { FreshdeskTicketState } from "#db/schema/support/freshdesk";

/** What the history of a ticket tells; each is a sentence under `freshdesk.log` in the catalogue. */
export type LogKind =
  | "linked"
  | "unlinked"
  | "sent_note"
  | "sent_reply"
  | "sent_update"
  | "sent_create"
  | "sent_message"
  | "sent_rating"
  | "sent_merge"
  /** Its response was lost, and we found it in Freshdesk. */
  | "found"
  | "refused"
  /** It had been refused, and somebody wants another try. */
  | "sent_again"
  | "dropped"
  | "seen_first"
  | "seen_status"
  | "seen_back"
  | `seen_${Exclude<FreshdeskTicketState, "here">}`
  | "rule_moved";

export interface LogItem {
  ticket: number;
  postId?: string | null;
  kind: LogKind;
  params?: Record<string, string | number>;
  at: Date;
}
