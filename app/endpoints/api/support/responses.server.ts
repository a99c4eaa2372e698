import { v7 as uuid } from "uuid";
import { z } from "zod";
import { type ApiCaller, askingOf } from "~/http/api-user.server";
import type { Call } from "~/http/endpoint.server";
import { readJson } from "~/http/json-body.server";
import { limitBy } from "~/http/rate-limit.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { mayHandleTickets } from "~/models/core/users/policy";
import { listApiMessages } from "~/models/support/tickets/api-tickets.server";
import { findTicketReader } from "~/models/support/tickets/find-ticket.server";
import { ticketLimits } from "~/models/support/tickets/limits";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { requireApiTicket } from "./find-ticket.server";
import { presentResponse } from "./present";

type Asked = Call & ApiCaller;

/** `GET /api/support/tickets/:id/responses`: what was said after the first message. */
export async function listResponses({ db, request, response, viewer }: Asked): Promise<void> {
  const { id } = await requireApiTicket(db, viewer, request);
  const [, ...responses] = await listApiMessages(db, viewer, [id]);
  response.json({ responses: responses.map(presentResponse) });
}

const creation = z.object({
  message: field.text(ticketLimits.body),
  isInternal: z.boolean(field.say({ code: "choice" })).default(false),
  notifyUser: z.boolean(field.say({ code: "choice" })).default(true),
});

/** `POST /api/support/tickets/:id/responses`, as one of the ticket's people or as an agent. */
export async function createResponse(call: Asked): Promise<void> {
  const { db, request, response, viewer, parts } = call;
  const ticket = await requireApiTicket(db, viewer, request);
  const { message, isInternal, notifyUser } = await readJson(request, creation);
  await limitBy(viewer.id, "comment", askingOf(call));
  const said = { id: uuid(), body: message, source: "api" as const };
  const reader = await findTicketReader(db, { number: ticket, viewer, secret: parts.env.SESSION_SECRET });
  if (mayHandleTickets(viewer) && !(reader?.isRequester && !isInternal)) {
    const kind = isInternal ? ("note" as const) : ("message" as const);
    await answerTicket(db, { viewer, number: ticket, kind, isQuiet: !notifyUser, ...said });
  } else {
    if (isInternal) throw new DomainError("forbidden");
    if (!reader) throw new DomainError("notFound");
    await replyToTicket(db, { personId: reader.id, ...said });
  }
  const made = (await listApiMessages(db, viewer, [ticket.id])).find(({ id }) => id === said.id);
  response.status(201).json({ response: made && presentResponse(made) });
}
