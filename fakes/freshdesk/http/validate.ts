import type { Account } from "../state/account";
import { choicesOf } from "../state/fields";
import type { TicketField } from "../state/types";
import { type Fault, invalid } from "./answers";

type Kind = "String" | "Integer" | "Boolean" | "Array" | "Object" | "Date";

const isKind: Record<Kind, (value: unknown) => boolean> = {
  String: (value) => typeof value === "string",
  Integer: (value) => Number.isInteger(value),
  Boolean: (value) => typeof value === "boolean",
  Array: Array.isArray,
  Object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  Date: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
};

const optional = new Set(["responder_id", "group_id", "company_id", "product_id", "type", "parent_id"]);

/** Refuses what is unknown or of the wrong type, everything at once. */
export function checkTypes(body: Record<string, unknown>, kinds: Record<string, Kind>): Fault[] {
  return Object.entries(body).flatMap(([field, value]) => {
    const kind = kinds[field];
    if (!kind) return [{ field, message: "Unexpected/invalid field in request", code: "invalid_field" }];
    if (isKind[kind](value) || (value === null && optional.has(field))) return [];
    return [mismatch(field, value, kind)];
  });
}

const ticketKinds: Record<string, Kind> = {
  name: "String",
  requester_id: "Integer",
  email: "String",
  facebook_id: "String",
  phone: "String",
  twitter_id: "String",
  unique_external_id: "String",
  subject: "String",
  description: "String",
  type: "String",
  status: "Integer",
  priority: "Integer",
  source: "Integer",
  responder_id: "Integer",
  group_id: "Integer",
  email_config_id: "Integer",
  product_id: "Integer",
  company_id: "Integer",
  cc_emails: "Array",
  tags: "Array",
  custom_fields: "Object",
  attachments: "Array",
  due_by: "Date",
  fr_due_by: "Date",
  parent_id: "Integer",
  related_ticket_ids: "Array",
};

/** The account's own rules: mandatory fields of a new ticket, choices, and types of custom fields. */
export function checkTicket(account: Account, body: Record<string, unknown>, isNew: boolean): void {
  const own = (body.custom_fields ?? {}) as Record<string, unknown>;
  const faults = [
    ...checkTypes(body, ticketKinds),
    ...(isNew ? missing(account, body, own) : []),
    ...account.fields.flatMap((field) => wrongChoice(field, fieldOf(field, body, own))),
    ...(isKind.Object(own)
      ? Object.entries(own).flatMap(([name, value]) => wrongCustom(account, name, value, isNew))
      : []),
  ];
  const seen = new Set<string>();
  const first = faults.filter(({ field }) => !seen.has(field) && seen.add(field));
  if (first.length > 0) throw invalid(...first);
}

/** The API calls two of them by other names than the fields do. */
const names: Record<string, string> = { ticket_type: "type", agent: "responder_id", group: "group_id" };

function fieldOf(field: TicketField, body: Record<string, unknown>, own: Record<string, unknown>): unknown {
  return field.default ? body[names[field.name] ?? field.name] : own[field.name];
}

function missing(account: Account, body: Record<string, unknown>, own: Record<string, unknown>): Fault[] {
  return account.fields
    .filter((field) => field.required_for_agents && field.name !== "requester")
    .filter((field) => [undefined, null, ""].includes(fieldOf(field, body, own) as undefined))
    .map((field) => ({
      field: names[field.name] ?? field.name,
      message: "It should not be blank as this is a mandatory field",
      code: "missing_field",
    }));
}

function wrongChoice(field: TicketField, value: unknown): Fault[] {
  const choices = field.name === "group" ? undefined : choicesOf(field);
  if (value === undefined || (value === null && !field.required_for_agents) || !choices) return [];
  // Sources exist that no account lists among its choices.
  if (choices.includes(value) || (field.name === "source" && Number.isInteger(value))) return [];
  const name = names[field.name] ?? field.name;
  return [{ field: name, message: `It should be one of these values: '${choices.join(",")}'`, code: "invalid_value" }];
}

const customKinds: Record<string, Kind> = {
  custom_text: "String",
  custom_paragraph: "String",
  custom_number: "Integer",
  custom_checkbox: "Boolean",
};

function wrongCustom(account: Account, name: string, value: unknown, isNew: boolean): Fault[] {
  const field = account.fields.find((candidate) => !candidate.default && candidate.name === name);
  if (!field) return [{ field: name, message: "Unexpected/invalid field in request", code: "invalid_field" }];
  if (isNew && value === "") return [{ field: name, message: "It should not be blank", code: "invalid_value" }];
  if (value === null && !isNew) return [];
  if (field.type === "custom_date" && !/^\d{4}-\d{2}-\d{2}$/.test(String(value))) {
    return [{ field: name, message: "It should be in the 'yyyy-mm-dd' format", code: "invalid_value" }];
  }
  const kind = customKinds[field.type];
  return (kind ? isKind[kind](value) : value !== null) ? [] : [mismatch(name, value, kind ?? "String")];
}

function mismatch(field: string, value: unknown, kind: Kind): Fault {
  const given = Array.isArray(value)
    ? "Array"
    : value === null
      ? "Null"
      : (typeof value).replace(/^./, (c) => c.toUpperCase());
  return { field, message: `Value set is of type ${given}.It should be a/an ${kind}`, code: "datatype_mismatch" };
}
