import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireTicketHandler } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { openFreshdeskTicket } from "~/models/support/freshdesk/open-ticket.server";

const form = z.object({ id: field.clientId(), requester: field.choice(["support", "author"]) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const number = requireNumber(args.params);
  const { id, requester } = await readForm(args, form);
  await openFreshdeskTicket(args.context.db, { viewer, number, id, requester });
  return doneBack(args, `/posts/${number}`, "freshdeskPages.done.opening");
}
