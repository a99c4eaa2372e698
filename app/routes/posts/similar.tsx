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
import { suggestArticles } from "~/models/help/answers/suggest-articles.server";
import { SimilarPosts } from "./similar-posts";
import { SuggestedArticles } from "./suggested-articles";

/** A draft need not be right to be compared. */
const text = z
  .string()
  .default("")
  .transform((value) => cleanText(value.slice(0, limits.bugField.max)));
const draft = z.object({ title: text, body: text, steps: text, expected: text, actual: text });

/** What the post that is being written may be a duplicate of, and what may answer it, for our own script. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { title, body, ...texts } = await readForm(args, draft);
  const { db, words } = args.context;
  const own = (await isTemplate(db, viewer, body)) ? "" : body;
  const written = { title, text: joinTexts({ ...texts, body: own }) };
  const [posts, articles] = await Promise.all([
    suggestPosts(db, viewer, written),
    suggestArticles(db, { viewer, language: words.language, ...written }),
  ]);
  if (posts.length + articles.length === 0) return json({ html: "", sentence: "" });
  const html = renderFragment(
    args.context,
    <div className="space-y-4">
      {articles.length > 0 && <SuggestedArticles articles={articles} />}
      {posts.length > 0 && <SimilarPosts posts={posts} />}
    </div>,
  );
  const sentences = [
    articles.length > 0 && words.t("foundArticles.found", { count: articles.length }),
    posts.length > 0 && words.t("similar.found", { count: posts.length }),
  ];
  return json({ html, sentence: sentences.filter(Boolean).join(" ") });
}
