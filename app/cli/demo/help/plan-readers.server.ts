import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleTexts } from "#db/schema";
import { defaultLanguage } from "~/i18n/languages";
import type { User } from "~/models/core/users/viewer";
import { judgeArticle } from "~/models/help/judgements/judge-article.server";
import { judgementDraft } from "~/models/help/judgements/judgement";
import { countRead } from "~/models/help/reads/count-read.server";
import type { Stage, Step } from "../stage";

/** Days of which it is known how often each article was read. */
const days = 20;
const mostReads = 14;
/** Of those who read, and say something of it. */
const judging = { share: 0.18, helped: 0.8 };

const complaints = [
  { reason: "incomplete", words: "And on the tablet?" },
  { reason: "unclear", words: "I do not find that button." },
  { reason: "wrong", words: "In version 5 it is under Account." },
] as const;

/** Who has read what, of the articles that everybody may read, and what they said of it. */
export function planReaders(stage: Stage): Step[] {
  return Array.from({ length: days }, (_, i) => {
    const at = stage.moment(days - i);
    return { at, run: (tx: Db) => readOnDay(tx, stage, at) };
  });
}

async function readOnDay(tx: Db, { chance, people }: Stage, at: Date): Promise<void> {
  const readers = Object.values(people).filter(({ role }) => role === "member");
  for (const [place, number] of (await findNumbers(tx)).entries()) {
    const reads = Math.floor((chance.number() * mostReads) / (1 + place / 3));
    for (let read = 0; read < reads; read++) await countRead(tx, { viewer: null, number, at });
    const reader = readers[Math.floor(chance.number() * readers.length)];
    const isJudging = chance.number() < judging.share;
    const isHelped = chance.number() < judging.helped;
    const complaint = complaints[Math.floor(chance.number() * complaints.length)];
    if (!reader || !isJudging) continue;
    const said = isHelped ? { helpful: "yes" } : { helpful: "no", ...complaint };
    const draft = judgementDraft.parse({ language: await languageOf(tx, reader, number), words: "", ...said });
    await judgeArticle(tx, { judge: { viewer: reader }, number, draft, at });
  }
}

const findNumbers = async (tx: Db): Promise<number[]> =>
  (
    await tx
      .selectDistinct({ number: articles.number })
      .from(articles)
      .innerJoin(articleTexts, eq(articleTexts.articleId, articles.id))
      .where(eq(articles.audience, "public"))
      .orderBy(asc(articles.number))
  ).map(({ number }) => number);

/** In their own, where it is there. */
async function languageOf(tx: Db, { language }: User, number: number): Promise<string> {
  const found = await tx
    .select({ language: articleTexts.language })
    .from(articleTexts)
    .innerJoin(articles, eq(articles.id, articleTexts.articleId))
    .where(eq(articles.number, number));
  return found.some((one) => one.language === language) ? language : defaultLanguage;
}
