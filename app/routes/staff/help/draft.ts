import { type ActionFunctionArgs, json } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { saveDraft } from "~/models/help/articles/write-article.server";
import { draftForm, toBeSaved } from "./draft-form";

/** A draft that saves itself, for our own script. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  return json(await saveDraft(args.context.db, { viewer, number, ...toBeSaved(await readForm(args, draftForm)) }));
}
