import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { openServerDatabase } from "#db/server-database.server";
import { refreshVocabulary } from "~/models/core/search-index/refresh-vocabulary.server";
import { openBenchServer } from "../database";
import { say } from "../say";
import { makeFiller } from "./filler";
import { clear, loadPosts } from "./load-posts";
import { type Asked, ask, isFound } from "./measure";
import { makeQuestions, type Question } from "./questions";
import { type BenchPost, readOwnPosts, readReports } from "./read-posts";
import { writeReport } from "./report";

// `npm run bench:search`: how often people find the post that they mean among the first five, on portals of 20 posts and on
// one of 100,000, and how long that takes. What it prints goes to SEARCH.md too.
//
// --issues FILE: reports with the columns repo, title and body
// --posts NUMBER: of the large portal
// BENCH_DATABASE_URL: a PostgreSQL server where it may make a database; else it starts one of its own.

const { values } = parseArgs({
  options: {
    issues: { type: "string", default: "../shared/data/issues.csv" },
    posts: { type: "string", default: "100000" },
    misses: { type: "boolean", default: false },
  },
});
const size = Number(values.posts);
const leastSamples = 1000;

const reports = readReports(values.issues);
const posts = [...readOwnPosts(), ...reports];
const { words, meaning } = makeQuestions(posts);
const questions = [...words, ...meaning];
const server = await openBenchServer();
const database = openServerDatabase(await server.create(size));
const { db } = database;

const small = await askSmall();
say("small portals asked");
const begun = performance.now();
const portal = await clear(db);
const numbers = await loadPosts(db, posts, portal);
// Of what nobody asks for: what copied the words of a post that is meant would be found by them, and rightly.
const meant = new Set(questions.map(({ post }) => post));
const others = reports.filter(({ key }) => !meant.has(key));
const filler = [...makeFiller(others, Math.max(0, size - posts.length))];
for (let i = 0; i < filler.length; i += 10_000) {
  await loadPosts(db, filler.slice(i, i + 10_000), portal);
  say(`${i} posts`);
}
await refreshVocabulary(db);
await db.execute(sql`vacuum analyze`);
const seconds = (performance.now() - begun) / 1000;
say("large portal made");
for (const question of questions.slice(0, 60)) await ask(db, question, numbers.get(question.post));
const large: Asked[] = [];
while (large.length < leastSamples) {
  for (const question of questions) large.push(await ask(db, question, numbers.get(question.post)));
}
await database.close();
await server.stop();

const report = writeReport({ small, large: large.slice(0, questions.length), times: large, size, seconds });
await writeFile(new URL("SEARCH.md", import.meta.url), report);
console.log(report);
if (values.misses) {
  for (const [name, asked] of Object.entries({ small, large: large.slice(0, questions.length) })) {
    const missed = asked.filter((one) => !isFound(one));
    for (const { question, place } of missed)
      console.log(name, question.class, "|", question.text, "|", question.post, place ?? "-");
  }
}
process.exit(0);

/** Portals of twenty posts each, which together have all the posts that are meant. */
async function askSmall(): Promise<Asked[]> {
  const keys = [...new Set(questions.map(({ post }) => post))];
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const asked = new Map<Question, Asked>();
  for (let i = 0; i < keys.length; i += 20) {
    const some = keys.slice(i, i + 20);
    const others = keys.slice(0, 20 - some.length);
    const portal = await clear(db);
    const loaded = [...some, ...others].flatMap((key) => byKey.get(key) ?? []) as BenchPost[];
    const numbers = await loadPosts(db, loaded, portal);
    for (const question of questions.filter(({ post }) => some.includes(post))) {
      asked.set(question, await ask(db, question, numbers.get(question.post)));
    }
  }
  return questions.flatMap((question) => asked.get(question) ?? []);
}
