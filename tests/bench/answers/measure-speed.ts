import postgres from "postgres";
import { openServerDatabase } from "#db/server-database.server";
import { findAnswers } from "~/models/help/answers/find-answers.server";
import { openBenchServer } from "../database";
import { median, percentile } from "../percentile";
import type { Faq } from "./read-sets";
import { seedArticles } from "./seed-articles";

/** Milliseconds of a question among so many articles, one after the other, the database among them. */
export async function measureSpeed(set: Faq, articles: number) {
  const server = await openBenchServer();
  const url = await server.create(articles);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await seedArticles(sql, set, articles);
  await sql.end();
  const { db, close } = openServerDatabase(url);
  const ask = async (question: string) => {
    const begun = performance.now();
    await findAnswers(db, { viewer: null, language: "en", question, most: 5 });
    return performance.now() - begun;
  };
  const loaded = await ask("the first one");
  const questions = set.flatMap(({ paraphrases }) => paraphrases);
  const times: number[] = [];
  for (const question of questions) times.push(await ask(question));
  await close();
  await server.stop();
  return { asked: questions.length, median: median(times) ?? 0, high: percentile(0.95, times), loaded };
}
