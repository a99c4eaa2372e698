/** What the account holds, in the API's own names; times are milliseconds until they are shown. */
export interface Ticket {
  id: number;
  subject: string;
  description: string;
  type: string | null;
  status: number;
  priority: number;
  source: number;
  requester_id: number;
  responder_id: number | null;
  group_id: number | null;
  company_id: number | null;
  product_id: number | null;
  email_config_id: number | null;
  cc_emails: string[];
  tags: string[];
  custom_fields: Record<string, unknown>;
  attachments: Attachment[];
  deleted: boolean;
  spam: boolean;
  archived: boolean;
  created_at: number;
  updated_at: number;
  stats: Record<"closed_at" | "resolved_at" | "first_responded_at" | "status_updated_at", number | null>;
  /** Values and the moment from which the API shows them. */
  due: { from: number; due_by: number | null; fr_due_by: number | null }[];
  /** Known to agents; the API does not tell. */
  merged_into: number | null;
  /** What the index of the search may still show. */
  past: { at: number; values: Searchable }[];
}

export type Searchable = Omit<Ticket, "past" | "attachments" | "due" | "stats">;

export interface Conversation {
  id: number;
  ticket_id: number;
  body: string;
  incoming: boolean;
  private: boolean;
  user_id: number | null;
  source: number;
  from_email: string | null;
  to_emails: string[];
  cc_emails: string[];
  bcc_emails: string[];
  attachments: Attachment[];
  created_at: number;
  updated_at: number;
}

export interface Attachment {
  id: number;
  name: string;
  content_type: string;
  size: number;
  created_at: number;
  bytes: Buffer;
}

export interface Contact {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  twitter_id: string | null;
  unique_external_id: string | null;
  language?: string;
  company_id: number | null;
  tags: string[];
  custom_fields: Record<string, unknown>;
  active: boolean;
  deleted: boolean;
  blocked: boolean;
  created_at: number;
  updated_at: number;
}

export interface Company {
  id: number;
  name: string;
  domains: string[];
  created_at: number;
  updated_at: number;
}

export interface Agent {
  id: number;
  name: string;
  email: string;
  /** Observers read tickets and write nothing. */
  role: "admin" | "observer";
}

export interface TicketField {
  id: number;
  name: string;
  label: string;
  type: string;
  default: boolean;
  required_for_agents: boolean;
  choices?: unknown;
}

export interface Rating {
  id: number;
  ticket_id: number;
  rating: number;
  feedback: string;
  created_at: number;
}

export interface Mail {
  at: number;
  to: string;
  ticketId: number;
  body: string;
}

/** Whoever did something. */
export interface Actor {
  kind: "agent" | "requester" | "api" | "system";
  id: number | null;
}

export interface Change {
  on: "create" | "update";
  actor: Actor;
  ticket: Ticket;
  /** Such as `{ status: [2, 4] }`. */
  fields: Record<string, [from: unknown, to: unknown]>;
}
