import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { readNumber, requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { movePolicy } from "~/models/support/promises/edit-policies.server";

const moveForm = z.object({ step: z.enum(["up", "down"], field.say({ code: "unreadable" })) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { step } = await readForm(args, moveForm);
  await movePolicy(args.context.db, { viewer, id: readNumber(args.params.id), step });
  return doneAt("/staff/support/settings/policies", args.context, "done.saved");
}
