import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readAsker } from "~/http/asker.server";
import { readForm } from "~/http/forms.server";
import { renderFragment } from "~/http/fragment.server";
import { requireUser } from "~/http/guards.server";
import { cleanText } from "~/models/core/text/clean";
import { limits } from "~/models/feedback/posts/limits";
import { suggestPosts } from "~/models/feedback/posts/suggest-posts.server";
import { isHeldOut } from "~/models/support/deflection/held-out.server";
import { noteSuggested } from "~/models/support/deflection/note-suggestions.server";
import { SuggestedAnswers } from "./suggested-answers";

/** A draft need not be right to be compared. */
const text = z
  .string()
  .default("")
  .transform((value) => cleanText(value.slice(0, limits.bugField.max)));
const draft = z.object({ id: z.uuid(), subject: text, body: text });

const nothing = { html: "", sentence: "" };

/** What may answer the ticket that is being written, for our own script: posts that whoever asks may see. */
export async function action(args: ActionFunctionArgs) {
  const { db, words, viewer } = args.context;
  if (viewer) requireUser(args);
  const { id, subject, body } = await readForm(args, draft);
  const posts = await suggestPosts(db, viewer, { title: subject, text: body });
  if (posts.length === 0) return json(nothing);
  const heldOut = isHeldOut(viewer?.id ?? readAsker(args.request) ?? id);
  await noteSuggested(db, { id, isHeldOut: heldOut });
  if (heldOut) return json(nothing);
  const html = renderFragment(args.context, <SuggestedAnswers posts={posts} />);
  return json({ html, sentence: words.t("newTicket.suggested.found", { count: posts.length }) });
}
