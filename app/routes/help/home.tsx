import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { articlePath } from "~/models/help/articles/article-path";
import { listMostRead, listNewestArticles } from "~/models/help/articles/list-articles.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { feedLinks } from "~/ui/feed-links";
import { useWords } from "~/ui/frame";
import { SearchField } from "~/ui/search-field";
import { ArticleList } from "./article-list";
import { SectionCard } from "./section-card";
import { breadcrumbs, questions } from "./structured-data";

const most = 6;

export async function loader({ context: { db, viewer, words, origin, outgoing } }: LoaderFunctionArgs) {
  const reader = { viewer, language: words.language };
  const [sections, mostRead, newest] = await Promise.all([
    listSections(db, viewer),
    listMostRead(db, reader, most),
    listNewestArticles(db, reader, most),
  ]);
  const { t } = words;
  const asked = (mostRead.length > 0 ? mostRead : newest).map((one) => ({
    ...one,
    address: origin + articlePath(one),
  }));
  const faq = asked.length > 0 ? [questions(`${origin}/help`, asked)] : [];
  outgoing.shown = { posts: [], help: ["help", "most read"] };
  return {
    head: {
      title: `${t("help.title")} · ${t("site.name")}`,
      description: t("help.intro"),
      canonical: `${origin}/help`,
      graph: [breadcrumbs([{ name: t("help.title"), address: `${origin}/help` }]), ...faq],
      feeds: feedLinks(words, t("feeds.help"), "/help/feed"),
    },
    sections: sections.filter(({ count }) => count > 0),
    mostRead,
    newest,
  };
}

export default function HelpHome() {
  const { t } = useWords();
  const { sections, mostRead, newest } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="mx-auto max-w-2xl text-center">
        <h1 className="text-2xl tracking-tight sm:text-3xl">{t("help.heading")}</h1>
        <form action="/search" className="mt-5">
          <SearchField size="large" />
        </form>
      </header>
      {sections.length === 0 && <p className="mt-10 text-center text-muted">{t("help.nothing")}</p>}
      <ul className="mt-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {sections.map((section) => (
          <li key={section.id}>
            <SectionCard section={section} />
          </li>
        ))}
      </ul>
      <div className="mt-10 grid gap-8 md:grid-cols-2">
        {mostRead.length > 0 && <ArticleList title={t("help.mostRead")} articles={mostRead} />}
        {newest.length > 0 && <ArticleList title={t("help.newest")} articles={newest} />}
      </div>
    </>
  );
}
