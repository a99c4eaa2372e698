import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { acceptEscalation, refuseEscalation } from "~/models/support/escalations/answer-escalation.server";
import { escalateTicket } from "~/models/support/escalations/escalate-ticket.server";
import { higherTiers, longestReason } from "~/models/support/escalations/escalation";
import { ticketLimits } from "~/models/support/tickets/limits";
import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { requireTicketNumber } from "./require-ticket.server";

const form = z.discriminatedUnion("what", [
  z.object({ what: z.literal("accept") }),
  z.object({ what: z.literal("raise"), tier: field.choice(higherTiers), reason: field.line({ max: longestReason }) }),
  z.object({ what: z.literal("refuse"), body: field.text(ticketLimits.body) }),
]);

const dones = {
  accept: "done.escalationAccepted",
  refuse: "done.escalationRefused",
  raise: "done.escalated",
} as const;

/** What somebody of the team says to a requester who asks for escalation, and where they escalate by themselves. */
export async function action(args: ActionFunctionArgs) {
  const about = requireTicketNumber(args);
  const sent = await readForm(args, form);
  const { db } = args.context;
  switch (sent.what) {
    case "accept":
      await acceptEscalation(db, about);
      break;
    case "refuse":
      await refuseEscalation(db, { ...about, body: sent.body });
      break;
    case "raise":
      await escalateTicket(db, { ...about, tier: Number(sent.tier), reason: sent.reason });
  }
  return doneAt(staffTicketPath(about.number), args.context, dones[sent.what]);
}
