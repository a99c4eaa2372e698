import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireNumber } from "~/http/guards.server";
import { languageName, spokenLanguage } from "~/i18n/languages";
import { DomainError } from "~/models/core/domain-error";
import { articlePath } from "~/models/help/articles/article-path";
import { findArticle } from "~/models/help/articles/find-article.server";
import { withHeadings } from "~/models/help/articles/headings";
import { sectionName } from "~/models/help/sections/section-name";
import { useWords } from "~/ui/frame";
import { Prose } from "~/ui/prose";
import { When } from "~/ui/when";
import { HelpPath } from "./help-path";

/** An address whose readable part is not the article's leads to the right one, however it was called before. */
export async function loader({ request, params, context: { db, viewer, words, origin } }: LoaderFunctionArgs) {
  const article = await findArticle(db, { viewer, language: words.language, number: requireNumber(params) });
  if (!article) throw new DomainError("notFound");
  const { text, section, number } = article;
  const path = articlePath({ number, slug: text.slug });
  const url = new URL(request.url);
  if (url.pathname !== path) throw redirect(path + url.search, 301);
  return {
    head: {
      title: `${text.title} · ${words.t("site.name")}`,
      description: text.excerpt,
      canonical: origin + path,
      isPrivate: article.audience !== "public",
      publishedAt: text.publishedAt,
    },
    section: { slug: section.slug, name: sectionName(words, section) },
    ...withHeadings(text.bodyHtml),
    title: text.title,
    language: text.language,
    changedAt: text.changedAt,
    isOutdated: article.isOutdated,
    /** It is not there in the reader's. */
    isInAnother: text.language !== words.language,
  };
}

export default function ShowArticle() {
  const { t } = useWords();
  const { section, title, html, headings, language, changedAt, isOutdated, isInAnother } =
    useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-5xl gap-x-10 lg:grid-cols-[minmax(0,1fr)_14rem]">
      <article className="min-w-0">
        <HelpPath section={section} />
        {(isOutdated || isInAnother) && (
          <p className="mb-4 rounded-lg bg-amber-soft px-4 py-2 text-sm text-amber">
            {isInAnother
              ? t("help.inAnother", { language: languageName(spokenLanguage(language)) })
              : t("help.outdated")}
          </p>
        )}
        <h1 lang={language} dir="auto" className="text-2xl tracking-tight sm:text-3xl">
          {title}
        </h1>
        <p className="mt-1 text-sm text-muted">
          {t("help.changed")} <When at={changedAt} />
        </p>
        <div lang={language}>
          <Prose html={html} className="mt-6" />
        </div>
      </article>
      {headings.length > 1 && (
        <nav aria-labelledby="contents" className="text-sm max-lg:hidden print:hidden">
          <h2 id="contents" className="text-sm text-muted">
            {t("help.contents")}
          </h2>
          <ol lang={language} className="mt-2 space-y-1.5">
            {headings.map(({ id, level, text }) => (
              <li key={id} dir="auto" className={level > 2 ? "ps-3" : undefined}>
                <a href={`#${id}`} className="text-muted hover:text-ink">
                  {text}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </div>
  );
}
