import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readAsker } from "~/http/asker.server";
import { readForm } from "~/http/forms.server";
import { renderFragment } from "~/http/fragment.server";
import { requireUser } from "~/http/guards.server";
import { cleanText } from "~/models/core/text/clean";
import { limits } from "~/models/feedback/posts/limits";
import { suggestPosts } from "~/models/feedback/posts/suggest-posts.server";
import { suggestArticles } from "~/models/help/answers/suggest-articles.server";
import { categoryName } from "~/models/support/categories/category-name";
import { proposeCategory } from "~/models/support/categories/propose-category.server";
import { isHeldOut } from "~/models/support/deflection/held-out.server";
import { noteSuggested } from "~/models/support/deflection/note-suggestions.server";
import { LikelyCategory } from "./likely-category";
import { SuggestedAnswers } from "./suggested-answers";

/** A draft need not be right to be compared. */
const text = z
  .string()
  .default("")
  .transform((value) => cleanText(value.slice(0, limits.bugField.max)));
const draft = z.object({ id: z.uuid(), subject: text, body: text, categoryId: z.string().default("") });

const nothing = { html: "", sentence: "" };

/** What may answer the ticket that is being written, for our own script: articles and posts that whoever asks may see; and its category. */
export async function action(args: ActionFunctionArgs) {
  const { db, words, viewer } = args.context;
  if (viewer) requireUser(args);
  const { id, subject, body, categoryId } = await readForm(args, draft);
  const [posts, articles, proposed] = await Promise.all([
    suggestPosts(db, viewer, { title: subject, text: body }),
    suggestArticles(db, { viewer, language: words.language, title: subject, text: body }),
    proposeCategory(db, { subject, text: body }),
  ]);
  const count = posts.length + articles.length;
  const heldOut = isHeldOut(viewer?.id ?? readAsker(args.request) ?? id);
  if (count > 0) await noteSuggested(db, { id, isHeldOut: heldOut });
  const isSuggested = count > 0 && !heldOut;
  const category = proposed && String(proposed.id) !== categoryId ? proposed : undefined;
  if (!isSuggested && !category) return json(nothing);
  const name = category && categoryName(words, category);
  const html = renderFragment(
    args.context,
    <>
      {category && name && <LikelyCategory id={category.id} name={name} />}
      {isSuggested && <SuggestedAnswers posts={posts} articles={articles} />}
    </>,
  );
  const sentences = [
    name && words.t("likelyCategory.sentence", { name }),
    isSuggested && words.t("newTicket.suggested.found", { count }),
  ];
  return json({ html, sentence: sentences.filter(Boolean).join(" ") });
}
