import { Query } from "~/models/core/text/query";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import { readQuestion, searchAddress } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { checkFound, checkSimilar } from "./checks";
import { capture } from "./plans/capture";
import { inventDrafts, inventQuestions } from "./questions";
import type { Stock } from "./reading-scenarios";
import type { Scenario } from "./scenarios";

const ofEachKind = 20;
const drafts = 199;
/** So many of them are asked of the database alone. */
const bare = 40;

/** Search, and posts like the one that somebody writes: where there is an index for them. */
export async function askingScenarios({ sql, people }: Stock): Promise<Scenario[]> {
  const questions = inventQuestions(ofEachKind).map(({ text }) => readQuestion(new Query({ q: text })));
  const written = inventDrafts(drafts);
  const searched = questions.slice(0, bare).map((question) => capture(sql, (db) => searchPosts(db, null, question)));
  const compared = written
    .slice(0, bare)
    .map(({ title, body }) =>
      capture(sql, (db) => findSimilarPosts(db, people.member, { title, text: body, limit: 4 })),
    );
  return [
    {
      name: "search",
      requests: { kind: "pages", paths: questions.map((question) => searchAddress(question)), headers: {} },
      check: checkFound,
      bare: { kind: "pages", pages: await Promise.all(searched) },
    },
    {
      name: "similar posts",
      requests: { kind: "drafts", drafts: written, sessions: people.newcomers },
      check: checkSimilar,
      bare: { kind: "pages", pages: await Promise.all(compared) },
    },
  ];
}
