import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { noteOutcome } from "~/models/support/deflection/note-suggestions.server";

const form = z.object({ id: z.uuid(), post: field.id() });

/** Somebody says that a post answers what they were about to ask. */
export async function action(args: ActionFunctionArgs) {
  const { id, post } = await readForm(args, form);
  await noteOutcome(args.context.db, { id, outcome: "said" });
  return doneAt(`/posts/${post}`, args.context, "done.answeredByPost");
}
