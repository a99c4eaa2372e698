import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireTicketHandler } from "~/http/guards.server";
import { ticketViews } from "~/models/support/queue/ticket-views";
import { readQueueFilter, writeQueueFilter } from "~/models/support/tickets/queue-filter";
import { loadView, saveView, viewForm } from "../../views/view.server";
import { ViewForm } from "../../views/view-form";

export const loader = (args: LoaderFunctionArgs) => loadView(args, requireTicketHandler(args), ticketViews);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { id, ...draft } = await readForm(args, viewForm);
  const filter = String(writeQueueFilter(readQueueFilter(args.context.query)));
  return saveView(args, { viewer, views: ticketViews, id, draft, filter });
}

export default function View() {
  const { chosen, newId } = useLoaderData<typeof loader>();
  return <ViewForm noun="ticket" chosen={chosen} newId={newId} lastResult={useActionData<typeof action>()} />;
}
