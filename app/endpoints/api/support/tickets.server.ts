import { v7 as uuid } from "uuid";
import { z } from "zod";
import { type ApiCaller, askingOf } from "~/http/api-user.server";
import type { Call } from "~/http/endpoint.server";
import { InvalidInput, readJson } from "~/http/json-body.server";
import { limitBy } from "~/http/rate-limit.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { Query } from "~/models/core/text/query";
import { mayHandleTickets } from "~/models/core/users/policy";
import { listApiMessages, listApiTickets, mostPaged } from "~/models/support/tickets/api-tickets.server";
import {
  assignTicket,
  categorizeTicket,
  prioritizeTicket,
  renameTicket,
} from "~/models/support/tickets/change-ticket.server";
import { ticketStatuses } from "~/models/support/tickets/lifecycle";
import { ticketLimits } from "~/models/support/tickets/limits";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { putAwayTicket } from "~/models/support/tickets/put-away-ticket.server";
import { type QueueFilter, readQueueFilter } from "~/models/support/tickets/queue-filter";
import { findCategories, requireApiTicket, requireCategory, showTicket } from "./find-ticket.server";
import { presentTicket } from "./present";
import { apiPriorities, apiStatuses, ofWord } from "./words";

type Asked = Call & ApiCaller;

/** `GET /api/support/tickets`: one's own, or for agents all. */
export async function listTickets({ db, request, response, viewer }: Asked): Promise<void> {
  const search = new URL(request.originalUrl, "http://x").searchParams;
  const query = new Query(search);
  const [page, limit] = [query.number("page") ?? 1, Math.min(query.number("limit") ?? 20, 100)];
  if (page * limit > mostPaged) throw new DomainError("pageTooFar");
  const filter = await readFilter(db, search);
  const found = await listApiTickets(db, viewer, { filter, page, limit });
  const messages = await listApiMessages(
    db,
    viewer,
    found.tickets.map(({ id }) => id),
  );
  response.json({
    tickets: found.tickets.map((ticket) => presentTicket(ticket, messages)),
    pagination: { total: found.total, page, limit, pages: Math.ceil(found.total / limit) },
  });
}

/** The API's words as those of the queue. Throws where it does not understand one. */
async function readFilter(db: Asked["db"], search: URLSearchParams): Promise<QueueFilter> {
  const [status, priority] = [wordsIn(search, "status"), wordsIn(search, "priority")];
  const category = await Promise.all(wordsIn(search, "category").map((word) => findCategories(db, word)));
  const plain = { from: "start", to: "end", q: "search", assignee: "assignedTo" };
  const rest = Object.entries(plain).map(([ours, theirs]) => [ours, search.get(theirs) ?? ""]);
  return {
    ...readQueueFilter(new Query(Object.fromEntries(rest))),
    status: status.length > 0 ? status.flatMap((word) => oursOf("status", ofWord(apiStatuses, word))) : ticketStatuses,
    priority: priority.flatMap((word) => oursOf("priority", ofWord(apiPriorities, word))),
    category: category.flatMap((found) => oursOf("category", found)),
  };
}

/** Several values, by several fields of one name or with commas between them. */
const wordsIn = (search: URLSearchParams, name: string): string[] =>
  search
    .getAll(name)
    .slice(0, 20)
    .flatMap((value) => value.slice(0, 500).split(","))
    .filter(Boolean);

function oursOf<Ours>(name: string, found: Ours[]): Ours[] {
  if (found.length === 0) throw new InvalidInput([{ field: name, fault: field.say({ code: "choice" }) }]);
  return found;
}

const creation = z.object({
  subject: field.line(ticketLimits.subject),
  message: field.text(ticketLimits.body),
  category: z.string(field.say({ code: "required" })).max(100, field.say({ code: "tooLong", max: 100 })),
  priority: z.enum(Object.values(apiPriorities) as [string, ...string[]], field.say({ code: "choice" })).optional(),
});

/** `POST /api/support/tickets` */
export async function createTicket(call: Asked): Promise<void> {
  const { db, request, response, viewer } = call;
  const { subject, message, category, priority } = await readJson(request, creation);
  await limitBy(viewer.id, "ticket", askingOf(call));
  const ticket = await openTicket(db, {
    viewer,
    language: viewer.language,
    id: uuid(),
    draft: { subject, body: message, categoryId: await requireCategory(db, category) },
    ...(priority && { priority: ofWord(apiPriorities, priority)[0] }),
    source: "api",
  });
  response.status(201).json({ ticket: await showTicket(db, viewer, ticket.id) });
}

/** `GET /api/support/tickets/:id` */
export async function getTicket({ db, request, response, viewer }: Asked): Promise<void> {
  const { id } = await requireApiTicket(db, viewer, request);
  response.json({ ticket: await showTicket(db, viewer, id) });
}

const update = z.object({
  subject: field.line(ticketLimits.subject).optional(),
  message: z.string().optional(),
  category: z
    .string()
    .max(100, field.say({ code: "tooLong", max: 100 }))
    .optional(),
  priority: z.enum(Object.values(apiPriorities) as [string, ...string[]], field.say({ code: "choice" })).optional(),
  status: z.enum(Object.values(apiStatuses) as [string, ...string[]], field.say({ code: "choice" })).optional(),
  assignedTo: z
    .uuid(field.say({ code: "choice" }))
    .nullable()
    .optional(),
});

/** `PUT /api/support/tickets/:id`, for those who handle tickets: all of it, or nothing. */
export async function updateTicket({ db, request, response, viewer }: Asked): Promise<void> {
  const ticket = await requireApiTicket(db, viewer, request);
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const { subject, message, category, priority, status, assignedTo } = await readJson(request, update);
  if (message !== undefined) throw new DomainError("messageFixed", { field: "message" });
  const about = { viewer, number: ticket };
  await db.transaction(async (tx) => {
    if (subject !== undefined) await renameTicket(tx, { ...about, subject });
    if (category !== undefined)
      await categorizeTicket(tx, { ...about, categoryId: await requireCategory(tx, category) });
    const [wanted] = priority === undefined ? [] : ofWord(apiPriorities, priority);
    if (wanted) await prioritizeTicket(tx, { ...about, priority: wanted });
    if (assignedTo !== undefined) await assignTicket(tx, { ...about, assigneeId: assignedTo });
    const among = status === undefined ? [] : ofWord(apiStatuses, status);
    const [to] = among;
    // What waits for its requester is in progress already.
    if (to && !among.includes(ticket.status)) await moveTicket(tx, { ...about, from: ticket.status, to });
  });
  response.json({ ticket: await showTicket(db, viewer, ticket.id) });
}

/** `DELETE /api/support/tickets/:id`, for those who handle tickets: it can be restored for a while. */
export async function deleteTicket({ db, request, response, viewer }: Asked): Promise<void> {
  const ticket = await requireApiTicket(db, viewer, request);
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await putAwayTicket(db, { viewer, number: ticket, as: "deleted" });
  response.json({ success: true });
}
