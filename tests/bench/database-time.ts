import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import type { Db } from "#db/client.server";
import * as schema from "#db/schema";
import { compiling } from "#db/server-database.server";
import { Query } from "~/models/core/text/query";
import type { User } from "~/models/core/users/viewer";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import { readQuestion } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { percentile } from "./percentile";
import { inventDrafts, inventQuestions } from "./questions";

/** How long the database was asked for one question after the other, all statements of a question together. */
export interface DatabaseTime {
  name: string;
  questions: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  longest: number;
  /** The question that took longest. */
  slowest: string;
}

const ofEachKind = 30;
const drafts = 300;
/** So many are asked before it counts. */
const warmUp = 30;

interface Timed {
  kind: string;
  text: string;
  time: number;
}

export async function measureDatabaseTime(url: string, member: User): Promise<DatabaseTime[]> {
  const { sql, db, spent } = openTimed(url);
  const time = async (kind: string, text: string, ask: () => Promise<unknown>): Promise<Timed> => {
    const before = spent();
    await ask();
    return { kind, text, time: spent() - before };
  };
  const questions = inventQuestions(ofEachKind);
  const search = (text: string) => searchPosts(db, null, readQuestion(new Query({ q: text })));
  for (const { text } of questions.slice(0, warmUp)) await search(text);
  const searched: Timed[] = [];
  for (const { kind, text } of questions) searched.push(await time(kind, text, () => search(text)));
  const compared: Timed[] = [];
  for (const { title, body } of inventDrafts(drafts)) {
    const ask = () => findSimilarPosts(db, member, { title, text: body, limit: 4 });
    compared.push(await time("similar posts", title, ask));
  }
  await sql.end();
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return [
    summary("search", searched),
    ...kinds.map((kind) =>
      summary(
        `search: ${kind}`,
        searched.filter((one) => one.kind === kind),
      ),
    ),
    summary("similar posts", compared),
  ];
}

function summary(name: string, timed: Timed[]): DatabaseTime {
  const times = timed.map(({ time }) => time);
  const [longest] = timed.toSorted((a, b) => b.time - a.time);
  return {
    name,
    questions: times.length,
    p50: percentile(0.5, times),
    p99: percentile(0.99, times),
    longest: longest?.time ?? 0,
    slowest: longest?.text ?? "",
  };
}

/** A database that knows how many milliseconds it has been asked so far; the wire is part of that. */
function openTimed(url: string): { sql: Sql; db: Db; spent: () => number } {
  const sql = postgres(url, { max: 4, fetch_types: false, connection: compiling, onnotice: () => {} });
  let spent = 0;
  const unsafe = sql.unsafe.bind(sql);
  sql.unsafe = ((...query: Parameters<typeof sql.unsafe>) => {
    const pending = unsafe(...query);
    const begun = performance.now();
    // That sends it, a moment before whoever asks would.
    pending.then(
      () => (spent += performance.now() - begun),
      () => {},
    );
    return pending;
  }) as typeof sql.unsafe;
  return { sql, db: drizzle(sql, { schema, casing: "snake_case" }) as unknown as Db, spent: () => spent };
}
