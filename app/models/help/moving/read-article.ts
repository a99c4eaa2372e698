import { v5 as uuidFrom } from "uuid";
import type { ArticleFile } from "#db/schema/help/moving";
import { cleanLine } from "../../core/text/clean";
import { isId } from "../../core/text/values";
import { articleAudiences, articleLanguage, textDraft } from "../articles/draft";
import { readArticleFile } from "./article-file";

/** What articles without an id of their own are known by: where they lie, without their language. */
const namespace = "5a0d2a55-0c0f-4b0e-8a8e-5a3f0e6f4f1d";

const most = { section: 60, redirects: 100 } as const;

const isPath = (text: string): boolean => text.startsWith("/") && text.length <= 500;

/** A file of which an article can be made, in our terms; undefined where it cannot. */
export function readArticle(path: string, text: string): ArticleFile | undefined {
  const file = readArticleFile(text);
  if (!file) return;
  const language = articleLanguage.safeParse(file.language).data;
  const original = articleLanguage.safeParse(file.original).data;
  const audience = articleAudiences.find((one) => one === file.audience);
  const words = textDraft.safeParse({ ...file, wordings: file.wordings.join("\n") });
  if (!language || !original || !audience || !words.success) return;
  const place = path.replace(/(\.[a-z]{2})?\.md$/, "");
  const article = isId(file.article) ? file.article : uuidFrom(place, namespace);
  const section = cleanLine(file.section || (path.split("/").at(-2) ?? ""))
    .slice(0, most.section)
    .toWellFormed();
  const redirects = file.redirects.map(cleanLine).filter(isPath).slice(0, most.redirects);
  return { ...file, ...words.data, article, section, redirects, language, original, audience };
}
