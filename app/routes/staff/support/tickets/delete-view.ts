import type { ActionFunctionArgs } from "@remix-run/node";
import { requireTicketHandler } from "~/http/guards.server";
import { ticketViews } from "~/models/support/queue/ticket-views";
import { removeView } from "../../views/view.server";

export const action = (args: ActionFunctionArgs) => removeView(args, requireTicketHandler(args), ticketViews);
