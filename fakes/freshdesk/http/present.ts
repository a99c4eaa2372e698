import type { Account } from "../state/account";
import { dueNow } from "../state/tickets";
import type { Agent, Attachment, Company, Contact, Conversation, Ticket } from "../state/types";

/** 2026-11-21T10:00:00Z */
export function time(ms: number): string;
export function time(ms: number | null): string | null;
export function time(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}

/** A ticket as it stands in a list: without its description. */
export function listedTicket(account: Account, ticket: Ticket) {
  const due = dueNow(account, ticket);
  return {
    cc_emails: ticket.cc_emails,
    fwd_emails: [],
    reply_cc_emails: ticket.cc_emails,
    ticket_cc_emails: ticket.cc_emails,
    fr_escalated: false,
    spam: ticket.spam,
    email_config_id: ticket.email_config_id,
    group_id: ticket.group_id,
    priority: ticket.priority,
    requester_id: ticket.requester_id,
    responder_id: ticket.responder_id,
    source: ticket.source,
    company_id: ticket.company_id,
    status: ticket.status,
    subject: ticket.subject,
    association_type: null,
    to_emails: null,
    product_id: ticket.product_id,
    id: ticket.id,
    type: ticket.type,
    due_by: time(due.due_by),
    fr_due_by: time(due.fr_due_by),
    is_escalated: false,
    custom_fields: ticket.custom_fields,
    created_at: time(ticket.created_at),
    updated_at: time(ticket.updated_at),
    tags: ticket.tags,
    ...(ticket.deleted && { deleted: true }),
  };
}

export function wholeTicket(account: Account, ticket: Ticket) {
  return {
    ...listedTicket(account, ticket),
    deleted: ticket.deleted,
    description: ticket.description,
    description_text: plain(ticket.description),
    attachments: ticket.attachments.map(attachment),
  };
}

export function stats(ticket: Ticket) {
  return Object.fromEntries(Object.entries(ticket.stats).map(([name, at]) => [name, time(at)]));
}

export function conversation(shown: Conversation) {
  return {
    ...shown,
    body_text: plain(shown.body),
    support_email: null,
    last_edited_at: null,
    last_edited_user_id: null,
    attachments: shown.attachments.map(attachment),
    created_at: time(shown.created_at),
    updated_at: time(shown.updated_at),
  };
}

function attachment({ bytes: _bytes, ...shown }: Attachment) {
  const at = time(shown.created_at);
  return { ...shown, attachment_url: `https://attachments.example/${shown.id}?signed`, created_at: at, updated_at: at };
}

export function contact({ deleted, blocked: _blocked, ...shown }: Contact) {
  return {
    ...shown,
    address: null,
    description: null,
    job_title: null,
    language: shown.language ?? "en",
    other_emails: [],
    other_companies: [],
    time_zone: "Berlin",
    view_all_tickets: false,
    ...(deleted && { deleted }),
    created_at: time(shown.created_at),
    updated_at: time(shown.updated_at),
  };
}

export function company(shown: Company) {
  return {
    ...shown,
    description: null,
    note: null,
    custom_fields: {},
    created_at: time(shown.created_at),
    updated_at: time(shown.updated_at),
  };
}

export function agent(shown: Agent, now: number) {
  return {
    available: true,
    occasional: false,
    signature: null,
    group_ids: [],
    role_ids: [],
    skill_ids: [],
    id: shown.id,
    ticket_scope: 1,
    type: "support_agent",
    available_since: null,
    created_at: time(now),
    updated_at: time(now),
    contact: {
      active: true,
      email: shown.email,
      job_title: null,
      language: "en",
      last_login_at: null,
      mobile: null,
      name: shown.name,
      phone: null,
      time_zone: "Berlin",
      created_at: time(now),
      updated_at: time(now),
    },
  };
}

export function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
