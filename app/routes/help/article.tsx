import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageName, spokenLanguage } from "~/i18n/languages";
import { listRelated } from "~/models/help/answers/related-articles.server";
import { addressesOf } from "~/models/help/articles/addresses";
import { articlePath } from "~/models/help/articles/article-path";
import { withHeadings } from "~/models/help/articles/headings";
import { findJudgement } from "~/models/help/judgements/judge-article.server";
import { sectionName } from "~/models/help/sections/section-name";
import { feedLinks } from "~/ui/feed-links";
import { useWords } from "~/ui/frame";
import { Prose } from "~/ui/prose";
import { When } from "~/ui/when";
import { ArticleList } from "./article-list";
import { HelpPath } from "./help-path";
import { JudgementBox } from "./judgement-box";
import { requireArticle } from "./show-box.server";
import { breadcrumbs, techArticle } from "./structured-data";

const mostRelated = 4;

/** An address whose readable part is not the article's leads to the right one, however it was called before. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { db, viewer, words, origin, outgoing } = context;
  const article = await requireArticle(args);
  const { text, section, number } = article;
  const path = articlePath({ number, slug: text.slug });
  const url = new URL(request.url);
  // Which one is right depends on the reader's language, where it has several.
  if (url.pathname !== path) throw redirect(path + url.search, article.languages.length > 1 ? 302 : 301);
  const canonical = origin + path;
  const place = { slug: section.slug, name: sectionName(words, section) };
  const related = await listRelated(db, { viewer, language: words.language, article, most: mostRelated });
  // Without what is beside it, the page is not kept.
  if (related) outgoing.shown = { posts: [], help: ["help"] };
  return {
    head: {
      title: `${text.title} · ${words.t("site.name")}`,
      description: text.excerpt,
      canonical,
      addresses: addressesOf(article, origin),
      isPrivate: article.audience !== "public",
      publishedAt: text.publishedAt,
      graph: [
        techArticle({
          ...{ title: text.title, excerpt: text.excerpt, language: text.language },
          ...{ publishedAt: text.publishedAt, changedAt: text.changedAt },
          ...{ section: place.name, address: canonical, site: { name: words.t("site.name"), address: origin } },
        }),
        breadcrumbs([
          { name: words.t("help.title"), address: `${origin}/help` },
          { name: place.name, address: `${origin}/help/${place.slug}` },
          { name: text.title, address: canonical },
        ]),
      ],
      feeds: feedLinks(words, words.t("feeds.help"), "/help/feed"),
    },
    number,
    related: related ?? [],
    /** Of whoever is not signed in, their browser asks: this page is everybody's. */
    judgement: viewer ? await findJudgement(db, { viewer }, article.id) : undefined,
    section: place,
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
  const { number, related, judgement, section, title, html, headings, language, changedAt, isOutdated, isInAnother } =
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
        <section aria-label={t("helpful.question")} className="mt-10 border-t border-line pt-6 print:hidden">
          <article-reader data-source={`/help/reads/${number}`}>
            <JudgementBox number={number} language={language} judgement={judgement} />
          </article-reader>
          <p className="mt-4 text-sm">
            {t("help.still")}{" "}
            <a href={`/support/new?article=${number}`} rel="nofollow" className="text-accent underline">
              {t("help.ask")}
            </a>
          </p>
        </section>
        {related.length > 0 && (
          <div className="mt-8 print:hidden">
            <ArticleList title={t("help.related")} articles={related} />
          </div>
        )}
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
