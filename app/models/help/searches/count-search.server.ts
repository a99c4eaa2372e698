import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { searches } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { meaningOf, searchedText } from "./searched-text";

/** What came of a search. */
export const searchOutcomes = ["nothing", "found", "opened"] as const;

interface Search {
  question: string;
  language: Language;
  outcome: (typeof searchOutcomes)[number];
  at?: Date;
}

/** Different questions that are kept of a day: more than people read through, however many programs ask. */
const mostOfDay = 2000;

/** Counts a search without whoever made it; nothing where its words may tell of somebody. */
export async function countSearch(
  db: Db,
  { question: asked, language, outcome, at = new Date() }: Search,
): Promise<void> {
  const question = searchedText(asked);
  if (!question) return;
  const day = `${at.toISOString().slice(0, 10)}T00:00:00Z`;
  const column = sql.identifier(outcome);
  await db.execute(sql`insert into ${searches} (question, language, day, meaning, ${column})
    select ${question}, ${language}, ${day}::timestamptz, ${meaningOf(question)}, 1
    where (select count(*) from (select from ${searches} where day = ${day}::timestamptz limit ${mostOfDay}) as known) < ${mostOfDay}
      or exists (select from ${searches} where day = ${day}::timestamptz and language = ${language} and question = ${question})
    on conflict (day, language, question) do update set ${column} = searches.${column} + 1`);
}
