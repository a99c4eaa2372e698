import { z } from "zod";

/** Long numbers; nothing is ever reckoned with them. */
const id = z.union([z.number(), z.string()]).transform(String);
const optionalId = id.nullish().transform((value) => value ?? null);
const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .catch(false)
  .transform((value) => value ?? false);
const time = z
  .string()
  .transform((value) => new Date(value))
  .refine((date) => !Number.isNaN(date.getTime()), "is no time");
const optionalTime = time
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const texts = z
  .array(z.string())
  .nullish()
  .catch([])
  .transform((value) => value ?? []);

const person = z
  .object({ id, name: text, email: text })
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

const files = z
  .array(z.object({ name: z.string() }))
  .nullish()
  .catch([])
  .transform((value) => (value ?? []).map(({ name }) => name));

/** Statuses, priorities and sources are whatever numbers the account has. Due dates are null just after a write. */
export const ticketShape = z
  .object({
    id: z.coerce.number().int(),
    subject: text,
    description: text,
    description_text: text,
    status: z.coerce.number(),
    priority: z.coerce.number().catch(1),
    source: z.coerce.number().catch(0),
    type: text,
    tags: texts,
    custom_fields: z
      .record(z.string(), z.unknown())
      .nullish()
      .catch({})
      .transform((value) => value ?? {}),
    requester_id: optionalId,
    responder_id: optionalId,
    group_id: optionalId,
    company_id: optionalId,
    requester: person,
    deleted: flag,
    spam: flag,
    due_by: optionalTime,
    fr_due_by: optionalTime,
    created_at: time,
    updated_at: time,
  })
  .transform((ticket) => ({
    id: ticket.id,
    subject: ticket.subject,
    /** HTML; absent from lists. */
    description: ticket.description,
    descriptionText: ticket.description_text,
    status: ticket.status,
    priority: ticket.priority,
    source: ticket.source,
    type: ticket.type,
    tags: ticket.tags,
    customFields: ticket.custom_fields,
    requesterId: ticket.requester_id,
    responderId: ticket.responder_id,
    groupId: ticket.group_id,
    companyId: ticket.company_id,
    /** Only where it was asked for. */
    requester: ticket.requester,
    isDeleted: ticket.deleted,
    isSpam: ticket.spam,
    dueBy: ticket.due_by,
    firstResponseDueBy: ticket.fr_due_by,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
  }));

export type Ticket = z.output<typeof ticketShape>;

export const conversationShape = z
  .object({
    id,
    ticket_id: z.coerce.number(),
    body: text,
    body_text: text,
    incoming: flag,
    // Whatever does not say that it is public is private.
    private: z.boolean().catch(true),
    source: z.coerce.number().catch(0),
    user_id: optionalId,
    attachments: files,
    created_at: time,
    updated_at: time,
  })
  .transform((said) => ({
    id: said.id,
    ticketId: said.ticket_id,
    /** HTML. */
    body: said.body ?? "",
    bodyText: said.body_text ?? "",
    isIncoming: said.incoming,
    /** Never for the eyes of a customer. */
    isPrivate: said.private,
    source: said.source,
    userId: said.user_id,
    /** Names of its files. */
    files: said.attachments,
    createdAt: said.created_at,
    updatedAt: said.updated_at,
  }));

export type Conversation = z.output<typeof conversationShape>;

export const ratingShape = z
  .object({
    ticket_id: z.coerce.number(),
    feedback: text,
    ratings: z.object({ default_question: z.coerce.number() }).catch({ default_question: 0 }),
    created_at: time,
  })
  .transform(({ ticket_id, feedback, ratings, created_at }) => ({
    ticketId: ticket_id,
    feedback: feedback ?? "",
    /** Seven values of today (-103 to 103) or three of older surveys; 0 for none. */
    rating: ratings.default_question,
    createdAt: created_at,
  }));

export type Rating = z.output<typeof ratingShape>;

export const contactShape = z
  .object({
    id,
    name: text,
    email: text,
    language: text,
    company_id: optionalId,
    unique_external_id: text,
    deleted: flag,
  })
  .transform((contact) => ({
    id: contact.id,
    name: contact.name,
    email: contact.email?.toLowerCase() ?? null,
    /** Such as `de` or `pt-BR`. */
    language: contact.language,
    companyId: contact.company_id,
    externalId: contact.unique_external_id,
    isDeleted: contact.deleted,
  }));

export type Contact = z.output<typeof contactShape>;

export const companyShape = z
  .object({ id, name: text, domains: texts })
  .transform(({ id, name, domains }) => ({ id, name: name ?? "", domains }));

export type Company = z.output<typeof companyShape>;

export const agentShape = z
  .object({
    id,
    ticket_scope: z.number().nullish().catch(null),
    contact: z.object({ name: text, email: text }).nullish().catch(null),
  })
  .transform(({ id, ticket_scope, contact }) => ({
    id,
    name: contact?.name ?? null,
    email: contact?.email ?? null,
    /** 1 sees all tickets, 2 those of its groups, 3 its own. */
    ticketScope: ticket_scope ?? null,
  }));

export type Agent = z.output<typeof agentShape>;

export const ticketFieldShape = z
  .object({
    id,
    name: z.string(),
    label: text,
    type: z.string().catch("unknown"),
    default: flag,
    required_for_agents: flag,
    choices: z.unknown().optional(),
  })
  .transform((field) => ({
    id: field.id,
    /** What the API calls it, such as `cf_portal_post`. */
    name: field.name,
    label: field.label ?? field.name,
    type: field.type,
    isCustom: !field.default,
    /** A new ticket without it is refused. */
    isRequired: field.required_for_agents,
    choices: readChoices(field.type, field.choices),
  }));

export type TicketField = z.output<typeof ticketFieldShape>;

/** What may be chosen, and what agents call it. Choices come in four shapes, by the type of their field. */
function readChoices(type: string, choices: unknown): { value: string | number; label: string }[] {
  if (Array.isArray(choices)) return choices.map((choice) => ({ value: String(choice), label: String(choice) }));
  if (typeof choices !== "object" || choices === null) return [];
  return Object.entries(choices).map(([key, value]) => {
    if (type === "default_status") return { value: Number(key), label: String([value].flat()[0] ?? key) };
    if (typeof value === "number") return { value, label: key };
    return { value: key, label: key };
  });
}
