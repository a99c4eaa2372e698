import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import * as field from "~/models/core/text/fields";
import { longestQuestion } from "~/models/feedback/search/parse-question";
import { countSearch, searchOutcomes } from "~/models/help/searches/count-search.server";

const form = z.object({ q: field.line({ max: longestQuestion }), outcome: z.enum(searchOutcomes) });

/** What came of a search, as our own script says: programs that read pages run none. */
export async function action(args: ActionFunctionArgs) {
  const { q, outcome } = await readForm(args, form);
  const { db, words } = args.context;
  await countSearch(db, { question: q, language: words.language, outcome });
  return new Response(null, { status: 204 });
}
