import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { renderFragment } from "~/http/fragment.server";
import { requireUser } from "~/http/guards.server";
import { cleanText } from "~/models/core/text/clean";
import { joinTexts } from "~/models/core/wordings/join-texts";
import { isTemplate } from "~/models/feedback/posts/drop-template.server";
import { limits } from "~/models/feedback/posts/limits";
import { suggestPosts } from "~/models/feedback/posts/suggest-posts.server";
import { SimilarPosts } from "./similar-posts";

/** A draft need not be right to be compared. */
const text = z
  .string()
  .default("")
  .transform((value) => cleanText(value.slice(0, limits.bugField.max)));
const draft = z.object({ title: text, body: text, steps: text, expected: text, actual: text });

/** What the post that is being written may be a duplicate of, for our own script. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { title, body, ...texts } = await readForm(args, draft);
  const { db, words } = args.context;
  const own = (await isTemplate(db, viewer, body)) ? "" : body;
  const posts = await suggestPosts(db, viewer, { title, text: joinTexts({ ...texts, body: own }) });
  if (posts.length === 0) return json({ html: "", sentence: "" });
  const html = renderFragment(args.context, <SimilarPosts posts={posts} />);
  return json({ html, sentence: words.t("similar.found", { count: posts.length }) });
}
