import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { renderFragment } from "~/http/fragment.server";
import { requireAdmin } from "~/http/guards.server";
import { languages } from "~/i18n";
import { longestConfirmation } from "~/models/core/settings/table";
import * as field from "~/models/core/text/fields";
import { ConfirmationPreview } from "./confirmation-preview";

const form = z.object({ body: field.optionalText({ max: longestConfirmation }) });

/** What the mail that confirms a ticket would say, for our own script. */
export async function action(args: ActionFunctionArgs) {
  requireAdmin(args);
  const { body } = await readForm(args, form);
  const { query, words } = args.context;
  const language = query.oneOf("language", languages) ?? words.language;
  return json({ html: renderFragment(args.context, <ConfirmationPreview text={body} language={language} />) });
}
