import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DomainError } from "~/models/core/domain-error";
import { textIn } from "~/models/core/text/text-in";
import { articlePath } from "~/models/help/articles/article-path";
import { listSectionArticles } from "~/models/help/articles/list-articles.server";
import { findSection } from "~/models/help/sections/list-sections.server";
import { sectionName } from "~/models/help/sections/section-name";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { feedLinks } from "~/ui/feed-links";
import { useWords } from "~/ui/frame";
import { HelpPath } from "./help-path";
import { breadcrumbs } from "./structured-data";

const most = 50;

/** A section that has nothing for its reader is none: that it exists may be nobody's business. */
export async function loader({ params, context: { db, viewer, words, origin, query, outgoing } }: LoaderFunctionArgs) {
  const section = await findSection(db, params.section ?? "");
  const asked = { viewer, language: words.language, after: query.number("after") };
  const found = section ? await listSectionArticles(db, { ...asked, sectionId: section.id }, most + 1) : [];
  const articles = found.slice(0, most);
  if (!section || articles.length === 0) throw new DomainError("notFound");
  outgoing.shown = { posts: [], help: ["help"] };
  const name = sectionName(words, section);
  const about = textIn(section.descriptions, words.language);
  const canonical = `${origin}/help/${section.slug}`;
  return {
    head: {
      title: `${name} · ${words.t("site.name")}`,
      description: about || words.t("help.intro"),
      canonical,
      graph: [
        breadcrumbs([
          { name: words.t("help.title"), address: `${origin}/help` },
          { name, address: canonical },
        ]),
      ],
      feeds: feedLinks(words, words.t("feeds.help"), "/help/feed"),
    },
    name,
    about,
    articles,
    next: found.length > most ? `?after=${articles.at(-1)?.number}` : undefined,
  };
}

export default function HelpSection() {
  const { t } = useWords();
  const { name, about, articles, next } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <HelpPath />
      <h1 className="text-2xl tracking-tight sm:text-3xl">{name}</h1>
      {about && <p className="mt-1 text-muted">{about}</p>}
      <ul className={`mt-6 divide-y divide-line ${card}`}>
        {articles.map(({ id, title, excerpt, language, ...article }) => (
          <li key={id} lang={language} className="px-5 py-4">
            <h2 dir="auto" className="text-base">
              <a href={articlePath(article)}>{title}</a>
            </h2>
            <p dir="auto" className="mt-1 line-clamp-2 text-sm text-muted">
              {excerpt}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <p className="mt-6 text-center">
          <a href={next} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        </p>
      )}
    </div>
  );
}
