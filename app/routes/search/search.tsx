import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
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
import { HitRow } from "./hit-row";
import { Nothing } from "./nothing";
import { Understanding } from "./understanding";

const nothing: SearchResults = { hits: [], understood: { corrected: [], dropped: [] } };

export async function loader({ context: { db, viewer, words, search, query } }: LoaderFunctionArgs) {
  const question = readQuestion(query);
  const [boards, tags, results] = await Promise.all([
    listBoards(db, viewer),
    listTags(db),
    question.q ? search(viewer, question) : nothing,
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
  };
}

export default function Search() {
  const { question, boards, tags, results } = useLoaderData<typeof loader>();
  const { t } = useWords();
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
          {results.hits.length === 0 ? (
            <Nothing question={question} />
          ) : (
            <ol className="divide-y divide-line border-y border-line">
              {results.hits.map((hit) => (
                <li key={hit.post.number}>
                  <HitRow hit={hit} places={placesOf(hit.post)} />
                </li>
              ))}
            </ol>
          )}
          <Pages question={question} next={results.next} />
        </section>
      )}
    </div>
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
