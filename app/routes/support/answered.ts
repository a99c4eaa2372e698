import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { noteOutcome } from "~/models/support/deflection/note-suggestions.server";

const form = z.object({ id: z.uuid(), post: field.id().optional(), article: field.id().optional() });

/** Somebody says that a post or an article answers what they were about to ask. */
export async function action(args: ActionFunctionArgs) {
  const { id, post, article } = await readForm(args, form);
  if (!post && !article) throw new DomainError("malformed");
  await noteOutcome(args.context.db, { id, outcome: "said" });
  return doneAt(article ? `/help/articles/${article}` : `/posts/${post}`, args.context, "done.answeredByPost");
}
