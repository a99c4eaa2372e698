import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { ticketLimits } from "~/models/support/tickets/limits";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { ratings } from "~/models/support/tickets/ratings";
import { requireTicketReader } from "./require-reader.server";

const form = z.object({ rating: field.choice(ratings), text: field.optionalText(ticketLimits.rating) });

export async function action(args: ActionFunctionArgs) {
  const { reader, path } = await requireTicketReader(args);
  if (!reader.isRequester) throw new DomainError("forbidden");
  const { rating, text } = await readForm(args, form);
  await rateTicket(args.context.db, { person: reader, rating: Number(rating), text });
  return doneAt(path, args.context, "done.ticketRated");
}
