import type { ActionFunctionArgs } from "@remix-run/node";
import { readAsker } from "~/http/asker.server";
import { requireUser } from "~/http/guards.server";
import { safePath } from "~/http/paths.server";
import { doneAt } from "~/http/respond.server";
import { dropKeptForm, findKeptForm } from "~/models/core/sign-in/kept-forms.server";

/** Back to where the form was, without what it said. */
export async function action(args: ActionFunctionArgs) {
  requireUser(args);
  const { db } = args.context;
  const asker = readAsker(args.request);
  const form = asker && (await findKeptForm(db, asker));
  if (form) await dropKeptForm(db, asker);
  return doneAt(safePath(form ? form.path : undefined), args.context, "done.discarded");
}
