import { created, invalid, notAllowed, notFound, nothing, ok, taken } from "../http/answers";
import type { Call, Route } from "../http/call";
import { company, contact as shownContact } from "../http/present";
import { checkTypes } from "../http/validate";
import { addContact, type ContactDraft, findContact } from "../state/contacts";
import type { Contact } from "../state/types";
import { pageOf } from "./find";

export const contactRoutes: Route[] = [
  { method: "GET", path: /^\/contacts$/, limit: "contacts", run: list },
  { method: "POST", path: /^\/contacts$/, run: create },
  { method: "GET", path: /^\/contacts\/(\d+)$/, run: (call) => ok(shownContact(find(call))) },
  { method: "PUT", path: /^\/contacts\/(\d+)$/, run: update },
  { method: "DELETE", path: /^\/contacts\/(\d+)$/, run: remove },
  { method: "DELETE", path: /^\/contacts\/(\d+)\/hard_delete$/, run: erase },
  { method: "GET", path: /^\/companies$/, run: listCompanies },
  { method: "GET", path: /^\/companies\/(\d+)$/, run: viewCompany },
];

const kinds = {
  name: "String",
  email: "String",
  phone: "String",
  mobile: "String",
  twitter_id: "String",
  unique_external_id: "String",
  company_id: "Integer",
  tags: "Array",
  custom_fields: "Object",
} as const;

function list(call: Call) {
  const { account, query } = call;
  const state = query.get("state");
  const since = Date.parse(query.get("updated_since") ?? query.get("_updated_since") ?? "1970-01-01");
  const found = [...account.contacts.values()]
    .filter((contact) => contact.deleted === (state === "deleted") && contact.blocked === (state === "blocked"))
    .filter((contact) => is(query, "email", contact.email) && is(query, "phone", contact.phone))
    .filter((contact) => is(query, "mobile", contact.mobile) && is(query, "company_id", String(contact.company_id)))
    .filter((contact) => is(query, "unique_external_id", contact.unique_external_id) && contact.updated_at >= since);
  const { shown, headers } = pageOf(call, found);
  return ok(shown.map(shownContact), headers);
}

function is(query: URLSearchParams, name: string, value: string | null): boolean {
  const wanted = query.get(name);
  return wanted === null || wanted.toLowerCase() === value?.toLowerCase();
}

function create(call: Call) {
  const { account, body } = call;
  const faults = checkTypes(body, kinds);
  if (!body.name) faults.push({ field: "name", message: "It should not be blank", code: "missing_field" });
  if (!body.email && !body.phone && !body.mobile && !body.twitter_id && !body.unique_external_id) {
    const message = "Please fill at least 1 of email, mobile, phone, twitter_id fields";
    faults.push({ field: "email", message, code: "missing_field" });
  }
  if (faults.length > 0) throw invalid(...faults);
  refuseTaken(call);
  const contact = addContact(account, body as ContactDraft);
  return created(shownContact(contact), `${call.here}/${contact.id}`);
}

function refuseTaken({ account, body }: Call, self?: Contact): void {
  for (const field of ["email", "twitter_id", "unique_external_id"] as const) {
    const value = body[field];
    const owner = typeof value === "string" ? findContact(account, { [field]: value }) : undefined;
    if (owner && owner !== self) throw taken(field, owner.id);
  }
}

function update(call: Call) {
  const contact = find(call);
  if (contact.deleted || contact.blocked) throw notAllowed();
  const faults = checkTypes(call.body, kinds);
  if (faults.length > 0) throw invalid(...faults);
  refuseTaken(call, contact);
  Object.assign(contact, call.body, { updated_at: call.account.clock.now() });
  return ok(shownContact(contact));
}

function remove(call: Call) {
  const contact = find(call);
  if (contact.deleted) throw notAllowed();
  Object.assign(contact, { deleted: true, updated_at: call.account.clock.now() });
  return nothing;
}

/** Takes all tickets of the person along. */
function erase(call: Call) {
  const { account, query } = call;
  const contact = find(call);
  if (!contact.deleted && query.get("force") !== "true") {
    throw invalid({ field: "force", message: "The contact is not soft deleted", code: "inconsistent_state" });
  }
  for (const ticket of account.tickets.values()) {
    if (ticket.requester_id === contact.id) account.tickets.delete(ticket.id);
  }
  account.contacts.delete(contact.id);
  return nothing;
}

function find({ account, id }: Call): Contact {
  const contact = account.contacts.get(id);
  if (!contact) throw notFound();
  return contact;
}

function listCompanies(call: Call) {
  const { shown, headers } = pageOf(call, [...call.account.companies.values()]);
  return ok(shown.map(company), headers);
}

function viewCompany({ account, id }: Call) {
  const found = account.companies.get(id);
  if (!found) throw notFound();
  return ok(company(found));
}
