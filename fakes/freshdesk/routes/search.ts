import { invalid, ok } from "../http/answers";
import type { Call, Route } from "../http/call";
import { contact, listedTicket, plain } from "../http/present";
import { dueNow, isArchived } from "../state/tickets";
import type { Searchable, Ticket } from "../state/types";
import { compileQuery, type Value } from "./query";

export const searchRoutes: Route[] = [
  { method: "GET", path: /^\/search\/tickets$/, run: searchTickets },
  { method: "GET", path: /^\/search\/contacts$/, run: searchContacts },
];

const standard = [
  "agent_id",
  "group_id",
  "priority",
  "status",
  "tag",
  "type",
  "due_by",
  "fr_due_by",
  "created_at",
  "updated_at",
];

/** Shows what the index knew some minutes ago. */
function searchTickets(call: Call) {
  const { account } = call;
  const own = account.fields.filter((field) => !field.default).map(({ name }) => name);
  const matches = compileQuery(queryText(call), [...standard, ...own]);
  const seen = account.clock.now() - account.habits.searchLag;
  const found = [...account.tickets.values()].flatMap((ticket) => {
    const known = ticket.past.findLast(({ at }) => at <= seen)?.values;
    if (!known || known.deleted || known.spam || isArchived(account, ticket)) return [];
    return matches((field) => fieldOf({ ...known, ...dueNow(account, ticket) }, field))
      ? [{ ...ticket, ...known } as Ticket]
      : [];
  });
  found.sort((a, b) => b.updated_at - a.updated_at || b.id - a.id);
  const results = page(call, found).map((ticket) => ({
    ...listedTicket(account, ticket),
    description: ticket.description,
    description_text: plain(ticket.description),
  }));
  return ok({ total: found.length, results });
}

function searchContacts(call: Call) {
  const fields = ["active", "company_id", "twitter_id", "email", "phone", "mobile", "tag", "created_at", "updated_at"];
  const matches = compileQuery(queryText(call), fields);
  const found = [...call.account.contacts.values()].filter(
    (one) =>
      !one.deleted &&
      matches((field) => (field === "tag" ? one.tags : ((one as unknown as Record<string, Value>)[field] ?? null))),
  );
  return ok({ total: found.length, results: page(call, found).map(contact) });
}

function queryText({ query }: Call): string {
  const text = query.get("query") ?? "";
  if (!/^".*"$/s.test(text)) {
    throw invalid({ field: "query", message: "It should be wrapped in double quotes", code: "invalid_value" });
  }
  if (text.length - 2 > 512) {
    throw invalid({
      field: "query",
      message: "Has 513 characters, it can have maximum of 512 characters",
      code: "invalid_value",
    });
  }
  return text.slice(1, -1);
}

function page<Row>({ query }: Call, rows: Row[]): Row[] {
  const number = Number(query.get("page") ?? 1);
  if (!Number.isInteger(number) || number < 1 || number > 10) {
    const message = "It should be a Positive Integer less than or equal to 10";
    throw invalid({ field: "page", message, code: "invalid_value" });
  }
  return rows.slice((number - 1) * 30, number * 30);
}

function fieldOf(ticket: Searchable, field: string): Value {
  if (field === "tag") return ticket.tags;
  if (field === "agent_id") return ticket.responder_id;
  if (field in ticket) return (ticket as unknown as Record<string, Value>)[field] ?? null;
  return (ticket.custom_fields[field] as Value | undefined) ?? null;
}
