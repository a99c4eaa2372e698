import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { quoteArticle, quotedAs } from "~/models/help/articles/quote-article.server";

/** An article for an answer, for our own script: a link to it, or with `?as=text` what it says. */
export async function loader(args: LoaderFunctionArgs) {
  requireWriter(args);
  const { db, words, query, origin } = args.context;
  const as = query.oneOf("as", quotedAs) ?? "link";
  const text = await quoteArticle(db, { number: requireNumber(args.params), language: words.language, as, origin });
  if (text === undefined) throw new DomainError("notFound");
  return json({ text });
}
