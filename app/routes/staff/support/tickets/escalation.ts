import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { acceptEscalation, refuseEscalation } from "~/models/support/escalations/answer-escalation.server";
import { ticketLimits } from "~/models/support/tickets/limits";
import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { requireTicketNumber } from "./require-ticket.server";

const form = z.discriminatedUnion("what", [
  z.object({ what: z.literal("accept") }),
  z.object({ what: z.literal("refuse"), body: field.text(ticketLimits.body) }),
]);

/** What somebody of the team says to a requester who asks for escalation. */
export async function action(args: ActionFunctionArgs) {
  const about = requireTicketNumber(args);
  const sent = await readForm(args, form);
  const { db } = args.context;
  if (sent.what === "accept") await acceptEscalation(db, about);
  else await refuseEscalation(db, { ...about, body: sent.body });
  const done = sent.what === "accept" ? "done.escalationAccepted" : "done.escalationRefused";
  return doneAt(staffTicketPath(about.number), args.context, done);
}
