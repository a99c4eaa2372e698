import type { Db } from "#db/client.server";
import type { Viewer } from "../../core/users/viewer";
import { pageLength } from "../posts/list-posts.server";
import { findFilters } from "./find-filters.server";
import { hitsOf } from "./highlight";
import { matchPartly, matchPosts } from "./match.server";
import { parseQuestion } from "./parse-question";
import { lastPage, type SearchQuestion } from "./question";
import type { SearchResults, Understood } from "./results";
import { showFound } from "./show-found.server";
import type { Filters } from "./to-tsquery";
import { understand } from "./understand.server";
import type { Wish } from "./wish";

/** The posts that a question asks for, found by the database. Where none has all of it, those that have the most; and it says so. */
export async function searchPosts(db: Db, viewer: Viewer, question: SearchQuestion): Promise<SearchResults> {
  const [sure, filters] = await Promise.all([
    understand(db, viewer, parseQuestion(question.q)),
    findFilters(db, viewer, question),
  ]);
  if (!filters) return { hits: [], understood: { corrected: [], dropped: [] } };
  const some = { viewer, filters, page: question.page };
  const found =
    (await matchSome(db, { ...some, ...sure })) ??
    (sure.doubtful && (await matchSome(db, { ...some, ...sure.doubtful })));
  // What found nothing was not in the way of anything.
  if (!found) return { hits: [], understood: { corrected: [], dropped: [] } };
  const { numbers, wishes, understood } = found;
  const shown = numbers.slice(0, pageLength).map((number) => ({ number }));
  return {
    hits: await showFound(db, viewer, shown, hitsOf(wishes)),
    understood,
    next: numbers.length > pageLength && question.page < lastPage ? question.page + 1 : undefined,
  };
}

interface Some {
  viewer: Viewer;
  wishes: Wish[];
  understood: Understood;
  filters: Filters;
  page: number;
}

async function matchSome(db: Db, { viewer, wishes, understood, filters, page }: Some) {
  if (wishes.length === 0) return;
  const match = { viewer, wishes, filters, limit: pageLength + 1, offset: (page - 1) * pageLength };
  const numbers = await matchPosts(db, match);
  if (numbers.length > 0) return { numbers, wishes, understood };
  const partly = wishes.length > 1 ? await matchPartly(db, match) : [];
  const [best] = partly;
  if (!best || wishes.some(({ isKept }, place) => isKept && !best.met.includes(place))) return;
  const missing = wishes.filter((_, place) => !best.met.includes(place)).map(({ text }) => text);
  const corrected = understood.corrected.filter(({ from }) => !missing.includes(from));
  return {
    numbers: partly.map(({ number }) => number),
    wishes,
    understood: { corrected, dropped: [...understood.dropped, ...missing] },
  };
}
