import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { noteOutcome } from "~/models/support/deflection/note-suggestions.server";

const form = z.object({ id: z.uuid() });

/** Somebody who writes a ticket has opened a suggestion, as our own script says. */
export async function action(args: ActionFunctionArgs) {
  const { id } = await readForm(args, form);
  await noteOutcome(args.context.db, { id, outcome: "opened" });
  return new Response(null, { status: 204 });
}
