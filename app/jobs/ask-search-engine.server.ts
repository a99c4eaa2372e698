import type { Db } from "#db/client.server";
import { type Breaker, createBreaker } from "~/integrations/search/breaker";
import { EngineAway, type EngineHit, type SearchEngine } from "~/integrations/search/search-engine";
import type { Log } from "~/log.server";
import { keyOf } from "~/models/core/search-index/document-subject.server";
import { readVersions } from "~/models/core/search-index/read-documents.server";
import type { Viewer } from "~/models/core/users/viewer";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { pageLength } from "~/models/feedback/posts/list-posts.server";
import { engineText, hitsByWords, lastTerms } from "~/models/feedback/search/engine-terms";
import { findFilters } from "~/models/feedback/search/find-filters.server";
import { parseQuestion } from "~/models/feedback/search/parse-question";
import { lastPage, type SearchQuestion } from "~/models/feedback/search/question";
import type { SearchResults } from "~/models/feedback/search/results";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { showFound } from "~/models/feedback/search/show-found.server";

interface Asking {
  db: Db;
  engine: SearchEngine;
  log: Log;
  breaker?: Breaker;
}

/** Asks the engine while somebody waits, and the database while the engine is away. */
export const searcher =
  ({ db, engine, log, breaker = createBreaker() }: Asking) =>
  async (viewer: Viewer, question: SearchQuestion): Promise<SearchResults> => {
    if (breaker.isOpen()) return searchPosts(db, viewer, question);
    try {
      const results = await askEngine(db, engine, viewer, question);
      breaker.succeed();
      return results ?? searchPosts(db, viewer, question);
    } catch (error) {
      if (!(error instanceof EngineAway)) throw error;
      breaker.fail();
      log.warn({ err: error }, "search engine away; the database answers");
      return searchPosts(db, viewer, question);
    }
  };

const nothing: SearchResults = { hits: [], understood: { corrected: [], dropped: [] } };

/** Resolves to nothing where the engine has not been told yet what the posts that it found say now. */
async function askEngine(
  db: Db,
  engine: SearchEngine,
  viewer: Viewer,
  question: SearchQuestion,
): Promise<SearchResults | undefined> {
  const terms = parseQuestion(question.q);
  const [filters, boards] = await Promise.all([findFilters(db, viewer, question), listBoards(db, viewer)]);
  if (!filters || terms.length === 0 || boards.length === 0) return nothing;
  // An engine that knows no words of the question takes it for none, and answers with everything.
  if (!terms.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return;
  const { boardId, hiddenBoardIds: _, ...others } = filters;
  const hits = await engine.search({
    ...others,
    text: engineText(terms),
    boardIds: boardId ? [boardId] : boards.map(({ id }) => id),
    limit: pageLength + 1,
    offset: (question.page - 1) * pageLength,
  });
  if (!(await areCurrent(db, hits))) return;
  const best = bestOf(hits);
  const isHit = hitsByWords(
    best.flatMap(({ words }) => words),
    best.flatMap(({ beginnings }) => beginnings),
  );
  return {
    hits: await showFound(db, viewer, best.slice(0, pageLength), isHit),
    understood: { corrected: [], dropped: lastTerms(terms, (best[0]?.asked ?? 0) - (best[0]?.matched ?? 0)) },
    next: best.length > pageLength && question.page < lastPage ? question.page + 1 : undefined,
  };
}

/** Those that have as many of the words as the first: it goes on with fewer and fewer words for as long as it may. */
const bestOf = (hits: EngineHit[]): EngineHit[] => hits.filter(({ matched }) => matched === hits[0]?.matched);

/**
 * Whether the engine holds of all these what the database says at this moment. Else it would go on telling of a comment
 * that was deleted, or of a post that was hidden, by what it finds and which words it leaves out.
 */
async function areCurrent(db: Db, hits: EngineHit[]): Promise<boolean> {
  const versions = await readVersions(
    db,
    hits.map(({ subject }) => subject),
  );
  return hits.every(({ subject, version }) => versions.get(keyOf(subject)) === version);
}
