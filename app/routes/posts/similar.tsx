import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { renderFragment } from "~/http/fragment.server";
import { requireUser } from "~/http/guards.server";
import { isTemplate } from "~/models/posts/drop-template.server";
import { limits } from "~/models/posts/limits";
import { suggestPosts } from "~/models/posts/suggest-posts.server";
import { cleanText } from "~/models/text/clean";
import { joinTexts } from "~/models/wordings/join-texts";
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
