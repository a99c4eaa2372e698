import type { Db } from "#db/client.server";
import { pageLength } from "../posts/list-posts.server";
import type { Viewer } from "../users/viewer";
import type { SearchAnswer } from "./answer";
import { findMarks } from "./find-marks.server";
import { hitsOf } from "./highlight";
import { matchPosts } from "./match.server";
import { parseQuestion } from "./parse-question";
import { lastPage, type SearchQuestion } from "./question";
import { showFound } from "./show-found.server";
import type { Marks } from "./to-tsquery";
import { understand, type Wish } from "./understand.server";

/**
 * The posts that a question asks for, found by the database. Words are left out from the end until there is
 * something, and the answer says so.
 */
export async function searchPosts(db: Db, viewer: Viewer, question: SearchQuestion): Promise<SearchAnswer> {
  const [{ wishes, understood }, marks] = await Promise.all([
    understand(db, viewer, parseQuestion(question.q)),
    findMarks(db, viewer, question),
  ]);
  if (!marks || wishes.length === 0) return { hits: [], understood };
  const { numbers, met, dropped } = await matchSome(db, viewer, { wishes, marks, page: question.page });
  const found = numbers.slice(0, pageLength).map((number) => ({ number }));
  return {
    hits: await showFound(db, viewer, found, hitsOf(met)),
    understood: { ...understood, dropped: [...understood.dropped, ...dropped] },
    next: numbers.length > pageLength && question.page < lastPage ? question.page + 1 : undefined,
  };
}

interface Some {
  wishes: Wish[];
  marks: Marks;
  page: number;
}

async function matchSome(db: Db, viewer: Viewer, { wishes, marks, page }: Some) {
  const offset = (page - 1) * pageLength;
  for (let met = wishes; ; ) {
    const numbers = await matchPosts(db, { viewer, wishes: met, marks, limit: pageLength + 1, offset });
    const last = met.findLastIndex(({ isKept }) => !isKept);
    if (numbers.length > 0 || met.length === 1 || last < 0) {
      // With nothing found by any of them, none was in the way.
      const dropped = numbers.length > 0 ? wishes.filter((wish) => !met.includes(wish)) : [];
      return { numbers, met, dropped: dropped.map(({ text }) => text) };
    }
    met = met.filter((_, i) => i !== last);
  }
}
