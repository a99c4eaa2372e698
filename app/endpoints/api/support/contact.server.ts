import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { TicketPriority } from "#db/schema/support/tickets";
import { askingOf } from "~/http/api-user.server";
import type { Call } from "~/http/endpoint.server";
import { readJson } from "~/http/json-body.server";
import { limitAddress, limitBy } from "~/http/rate-limit.server";
import * as field from "~/models/core/text/fields";
import { ticketLimits } from "~/models/support/tickets/limits";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { requireCategory } from "./find-ticket.server";

/** Freshdesk's numbers; nobody unknown wakes somebody up by saying that it is urgent. */
const priorities: TicketPriority[] = ["low", "medium", "high", "high"];

const sent = z.object({
  name: field.optionalLine(ticketLimits.name),
  email: field.email(),
  subject: field.line(ticketLimits.subject),
  description: field.text(ticketLimits.body),
  category: z
    .string()
    .max(100, field.say({ code: "tooLong", max: 100 }))
    .default("General Inquiry"),
  priority: z.number().int().min(1).max(4).optional(),
});

/** `POST /api/support/ticket`: a contact form of the customer's own, for whoever has an address. */
export async function openContactTicket(call: Call): Promise<void> {
  const { db, request, response, words } = call;
  const { name, email, subject, description, category, priority } = await readJson(request, sent);
  const asking = askingOf(call);
  await limitAddress("ticket", { ...asking, viewer: null, ip: request.ip ?? "" });
  await limitBy(email, "ticketOfAddress", asking);
  const ticket = await openTicket(db, {
    viewer: null,
    guest: { name: name || email, email },
    language: words.language,
    id: uuid(),
    draft: { subject, body: description, categoryId: await requireCategory(db, category) },
    ...(priority && { priority: priorities[priority - 1] }),
    source: "api",
  });
  response
    .status(201)
    .json({ success: true, ticketId: writeTicketNumber(ticket), message: "Support ticket created successfully" });
}
