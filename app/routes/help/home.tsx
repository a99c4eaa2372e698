import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMostRead, listNewestArticles } from "~/models/help/articles/list-articles.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { useWords } from "~/ui/frame";
import { SearchField } from "~/ui/search-field";
import { ArticleList } from "./article-list";
import { SectionCard } from "./section-card";

const most = 6;
/** What is read most, of so many milliseconds. */
const lately = 30 * 24 * 60 * 60 * 1000;

export async function loader({ context: { db, viewer, words, origin } }: LoaderFunctionArgs) {
  const asked = { viewer, language: words.language };
  const since = new Date(Date.now() - lately).toISOString().slice(0, 10);
  const [sections, mostRead, newest] = await Promise.all([
    listSections(db, viewer),
    listMostRead(db, { ...asked, since }, most),
    listNewestArticles(db, asked, most),
  ]);
  const { t } = words;
  return {
    head: {
      title: `${t("help.title")} · ${t("site.name")}`,
      description: t("help.intro"),
      canonical: `${origin}/help`,
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
