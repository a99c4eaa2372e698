import { created, invalid, notAllowed, notFound, nothing, ok } from "../http/answers";
import type { Call, Route } from "../http/call";
import { conversation as shownConversation } from "../http/present";
import { checkTypes } from "../http/validate";
import { addNote, reply } from "../state/conversations";
import { isArchived, touch } from "../state/tickets";
import type { Conversation } from "../state/types";
import { keepFiles } from "./attachments";
import { findTicket, findWritableTicket, pageOf } from "./find";

export const conversationRoutes: Route[] = [
  { method: "GET", path: /^\/tickets\/(\d+)\/conversations$/, run: list },
  { method: "GET", path: /^\/tickets\/archived\/(\d+)\/conversations$/, run: listArchived },
  { method: "POST", path: /^\/tickets\/(\d+)\/reply$/, run: answer },
  { method: "POST", path: /^\/tickets\/(\d+)\/notes$/, run: note },
  { method: "PUT", path: /^\/conversations\/(\d+)$/, run: edit },
  { method: "DELETE", path: /^\/conversations\/(\d+)$/, run: remove },
];

function list(call: Call) {
  return page(call, findTicket(call).id);
}

function listArchived(call: Call) {
  const ticket = call.account.tickets.get(call.id);
  if (!ticket || !isArchived(call.account, ticket)) throw notFound();
  return page(call, ticket.id);
}

function page(call: Call, id: number) {
  const { shown, headers } = pageOf(call, call.account.conversations.get(id) ?? []);
  return ok(shown.map(shownConversation), headers);
}

const bodies = { body: "String", attachments: "Array", user_id: "Integer" } as const;
const replyKinds = { ...bodies, from_email: "String", cc_emails: "Array", bcc_emails: "Array" } as const;
const noteKinds = { ...bodies, private: "Boolean", incoming: "Boolean", notify_emails: "Array" } as const;

function answer(call: Call) {
  const ticket = findWritableTicket(call);
  const made = reply(call.account, ticket, draft(call, replyKinds), call.actor);
  return created({ ...shownConversation(made), replied_to: made.to_emails }, `${call.here}/${made.id}`);
}

function note(call: Call) {
  const ticket = findWritableTicket(call);
  const { notify_emails, ...rest } = draft(call, noteKinds) as { body: string; notify_emails?: string[] };
  const made = addNote(call.account, ticket, rest, call.actor);
  return created({ ...shownConversation(made), notified_to: notify_emails ?? [] }, `${call.here}/${made.id}`);
}

function draft(call: Call, kinds: Parameters<typeof checkTypes>[1]) {
  const { body } = call;
  const faults = checkTypes(body, kinds);
  if (!body.body) {
    faults.push({
      field: "body",
      message: "It should not be blank as this is a mandatory field",
      code: "missing_field",
    });
  }
  if (faults.length > 0) throw invalid(...faults);
  const ticket = call.account.tickets.get(call.id);
  return { ...(body as { body: string }), attachments: keepFiles(call, ticket) };
}

function edit(call: Call) {
  const found = findNote(call);
  if (typeof call.body.body === "string") found.body = call.body.body;
  found.updated_at = call.account.clock.now();
  return ok(shownConversation(found));
}

function remove(call: Call) {
  const found = findNote(call);
  const all = call.account.conversations.get(found.ticket_id) ?? [];
  all.splice(all.indexOf(found), 1);
  return nothing;
}

function findNote({ account, id, actor }: Call): Conversation {
  const found = [...account.conversations.values()].flat().find((one) => one.id === id);
  if (!found) throw notFound();
  if (found.source !== 2) throw notAllowed();
  const ticket = account.tickets.get(found.ticket_id);
  if (ticket) touch(account, ticket, actor);
  return found;
}
