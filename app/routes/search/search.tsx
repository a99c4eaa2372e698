import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { everyPost } from "~/models/feedback/posts/list-filter";
import { isNarrowed, readQuestion, type SearchQuestion, searchAddress } from "~/models/feedback/search/question";
import type { SearchResults } from "~/models/feedback/search/results";
import { listTags } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { SearchField } from "~/ui/search-field";
import { Filters } from "../list/filters";
import { placesFor } from "../list/post-row";
import { ArticleRow } from "./article-row";
import { HitRow } from "./hit-row";
import { loadArticles } from "./load-articles.server";
import { Nothing } from "./nothing";
import { Understanding } from "./understanding";

const nothing: SearchResults = { hits: [], understood: { corrected: [], dropped: [] } };

export async function loader({ context }: LoaderFunctionArgs) {
  const { db, viewer, words, search, query } = context;
  const question = readQuestion(query);
  const [boards, tags, results, articles] = await Promise.all([
    listBoards(db, viewer),
    listTags(db),
    question.q ? search(viewer, question) : nothing,
    loadArticles(context, question),
  ]);
  const about = question.q ? `${words.t("search.titleFor", { q: question.q })} · ` : "";
  const title = `${about}${words.t("search.heading")} · ${words.t("site.name")}`;
  // Search engines list what we have, not what somebody once asked for.
  return {
    head: { title, description: words.t("search.description"), isPrivate: true },
    question,
    boards,
    tags,
    results,
    articles,
  };
}

export default function Search() {
  const { question, boards, tags, results, articles } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const isFound = results.hits.length + articles.length > 0;
  const placesOf = placesFor(everyPost, boards, tags);
  return (
    <div className="grid grid-cols-1 gap-x-10 lg:grid-cols-[minmax(0,1fr)_15rem] lg:grid-rows-[auto_1fr]">
      <header>
        <h1 className="text-2xl tracking-tight sm:text-3xl">{t("search.heading")}</h1>
        <search>
          <form action="/search" className="mt-4 flex gap-2 *:first:grow">
            <SearchField size="large" value={question.q} />
            <Kept question={question} />
            <button type="submit" className={`${button()} max-sm:sr-only`}>
              {t("search.submit")}
            </button>
          </form>
        </search>
        {!question.q && <p className="mt-3 text-muted">{t("search.intro")}</p>}
      </header>
      <Filters
        filter={question}
        isNarrow={isNarrowed(question)}
        address={(change) => searchAddress(question, change)}
        boards={boards}
        tags={tags}
      />
      {question.q && (
        <section aria-label={t("search.results")} className="mt-5 min-w-0 lg:col-start-1">
          <Understanding understood={results.understood} />
          <Counted question={question} isFound={isFound}>
            {!isFound ? (
              <Nothing question={question} />
            ) : (
              <ol className="divide-y divide-line border-y border-line">
                {articles.map((article) => (
                  <li key={`article-${article.number}`}>
                    <ArticleRow article={article} />
                  </li>
                ))}
                {results.hits.map((hit) => (
                  <li key={hit.post.number}>
                    <HitRow hit={hit} places={placesOf(hit.post)} />
                  </li>
                ))}
              </ol>
            )}
          </Counted>
          <Pages question={question} next={results.next} />
        </section>
      )}
    </div>
  );
}

interface CountedProps {
  question: SearchQuestion;
  isFound: boolean;
  children: ReactNode;
}

/** Results of which is counted whether they were any, and opened: of a question by itself, since filters narrow what there is. */
function Counted({ question, isFound, children }: CountedProps) {
  if (isNarrowed(question) || question.page > 1) return children;
  return (
    <search-results data-question={question.q} data-found={isFound ? "yes" : undefined}>
      {children}
    </search-results>
  );
}

/** The filters that are chosen, for the form to take along. */
function Kept({ question }: { question: SearchQuestion }) {
  const chosen = new URLSearchParams(searchAddress({ ...question, q: "" }).split("?")[1]);
  return [...chosen].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Pages({ question, next }: { question: SearchQuestion; next?: number }) {
  const { t } = useWords();
  if (question.page === 1 && !next) return null;
  return (
    <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
      {question.page > 1 && (
        <a href={searchAddress(question)} className={button("plain")}>
          {t("search.first")}
        </a>
      )}
      {next && (
        <a href={searchAddress(question, { page: next })} rel="next" className={button("quiet")}>
          {t("search.next")}
        </a>
      )}
    </nav>
  );
}
