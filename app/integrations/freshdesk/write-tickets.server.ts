import { read } from "./read-rows";
import { type Connection, send } from "./send.server";
import { type Ticket, ticketShape } from "./shapes";

export interface TicketDraft {
  /** Whose ticket it is; an unknown address or id of ours makes a contact. */
  requester: { id: string } | { email: string; name?: string; externalId?: string };
  subject: string;
  /** HTML. */
  description: string;
  /** 2 (open), 1 (low) and 2 (portal) unless said otherwise. */
  status?: number;
  priority?: number;
  source?: number;
  type?: string;
  tags?: string[];
  /** By their names in the API; empty ones are left out, because Freshdesk refuses them. */
  customFields?: Record<string, unknown>;
  groupId?: string;
  /** 20 MB together, with those of all that is said later. */
  attachments?: FreshdeskFile[];
}

export interface FreshdeskFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface TicketChanges {
  status?: number;
  priority?: number;
  type?: string | null;
  groupId?: string;
  /** All that it shall have: those that are not named go. */
  tags?: string[];
  /** Only those named change; null empties. */
  customFields?: Record<string, unknown>;
}

/**
 * There is nothing that keeps a second call from making a second ticket: put a stamp of ours into a tag or a custom
 * field, and after an `uncertain` error look for it with `listOfRequester` before trying again.
 */
export async function createTicket(connection: Connection, draft: TicketDraft): Promise<Ticket> {
  const { attachments = [] } = draft;
  const values = newTicket(draft);
  const body = withFiles(values, attachments);
  const { json } = await send(connection, {
    method: "POST",
    path: "/tickets",
    body,
    priority: "visible",
    endpoint: "create",
  });
  return read(ticketShape, json, true);
}

/** The ticket as it answers has due dates of before. */
export async function updateTicket(connection: Connection, id: number, changes: TicketChanges): Promise<Ticket> {
  const { customFields, groupId, ...rest } = changes;
  const { json } = await send(connection, {
    method: "PUT",
    path: `/tickets/${id}`,
    body: {
      ...rest,
      ...(groupId && { group_id: Number(groupId) }),
      ...(customFields && { custom_fields: customFields }),
    },
    priority: "visible",
    endpoint: "update",
  });
  return read(ticketShape, json, true);
}

function newTicket(draft: TicketDraft): Record<string, unknown> {
  const { requester, subject, description, status = 2, priority = 1, source = 2, type, tags, groupId } = draft;
  const own = Object.entries(draft.customFields ?? {}).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(
    Object.entries({
      ...("id" in requester
        ? { requester_id: Number(requester.id) }
        : { email: requester.email, name: requester.name, unique_external_id: requester.externalId }),
      subject,
      description,
      status,
      priority,
      source,
      type,
      tags,
      group_id: groupId && Number(groupId),
      custom_fields: own.length > 0 ? Object.fromEntries(own) : undefined,
    }).filter(([, value]) => value !== undefined),
  );
}

/** JSON as long as no file goes along. */
export function withFiles(
  values: Record<string, unknown>,
  attachments: FreshdeskFile[],
): Record<string, unknown> | FormData {
  if (attachments.length === 0) return values;
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const item of value) form.append(`${name}[]`, String(item));
    else if (typeof value === "object" && value !== null) {
      for (const [inner, item] of Object.entries(value)) form.append(`${name}[${inner}]`, String(item));
    } else form.append(name, String(value));
  }
  for (const { name, type, bytes } of attachments) form.append("attachments[]", new Blob([bytes], { type }), name);
  return form;
}

/** Closes the others for good, with a private note in each that says where it went; done again, it is refused. */
export async function mergeTickets(connection: Connection, into: number, merged: number[]): Promise<void> {
  const note_in_secondary = { body: `This ticket is closed and merged into ticket ${into}`, private: true };
  const note_in_primary = { body: `Merged from ticket ${merged.join(", ")}`, private: true };
  await send(connection, {
    method: "PUT",
    path: "/tickets/merge",
    body: { primary_id: into, ticket_ids: merged, note_in_primary, note_in_secondary },
    priority: "visible",
    endpoint: "update",
  });
}
