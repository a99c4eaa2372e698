import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import * as field from "~/models/core/text/fields";
import { renderMarkdown } from "~/models/core/text/markdown.server";
import { limits } from "~/models/feedback/posts/limits";

const form = z.object({ body: field.optionalText(limits.body) });

/** The HTML of a text, for our own script. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { body } = await readForm(args, form);
  return json({ html: (await renderMarkdown(body, viewer.id)).html });
}
