import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireTicketHandler } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";

const form = z.object({ ticket: z.string().default("") });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const number = requireNumber(args.params);
  const { ticket } = await readForm(args, form);
  await linkFreshdeskTicket(args.context.db, { viewer, number, ticket });
  return doneBack(args, `/posts/${number}`, "freshdeskPages.done.linked");
}
