import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, helpSections } from "#db/schema";
import { type Language, languages } from "~/i18n/languages";
import type { User } from "~/models/core/users/viewer";
import { articleSetUp, textDraft } from "~/models/help/articles/draft";
import { askForReview, scheduleArticle } from "~/models/help/articles/plan-article.server";
import { publishArticle } from "~/models/help/articles/publish-article.server";
import { createArticle, saveDraft } from "~/models/help/articles/write-article.server";
import { beginWithThese } from "~/models/help/starter/begin-with-these.server";
import type { Handle } from "../people";
import type { Stage, Step } from "../stage";
import { type HelpArticle, helpArticles, helpDrafts, wordsOf } from "./articles";
import { planReaders } from "./plan-readers.server";

/** Days before the portal is seeded. */
const begun = 75;
const apart = 7;
const day = 24 * 60 * 60_000;

/** How the knowledge base came about: with the articles that every portal can begin with, then with one a week. */
export function planHelp(stage: Stage): Step[] {
  const { people, moment } = stage;
  const at = moment(begun);
  const written = helpArticles.map((article, i) => planArticle(stage, article, moment(begun - (i + 1) * apart)));
  return [
    { at, run: (tx) => beginWithThese(tx, { viewer: people.mona, at }) },
    ...written,
    planChange(stage),
    ...planReaders(stage),
    ...helpDrafts.map((draft, i) => planDraft(stage, draft, moment(6 - i))),
  ];
}

function planArticle(stage: Stage, article: HelpArticle, at: Date): Step {
  const { people } = stage;
  const by = people[article.by as Handle];
  const run = async (tx: Db) => {
    const number = await begin(tx, stage, { viewer: by, article, draft: draftOf(article, "en"), at });
    for (const language of languages) {
      const revision = language === "en" ? 1 : await translate(tx, by, { article, number, language, at });
      await publishArticle(tx, { viewer: people.mona, number, language, revision, at });
    }
  };
  return { at, run };
}

const draftOf = (article: HelpArticle, language: Language) => {
  const { title, wordings, body } = wordsOf(article, language);
  return textDraft.parse({ title, slug: "", body, wordings: wordings.join("\n") });
};

interface Begun {
  viewer: User;
  article: { section: string; audience?: string };
  draft: ReturnType<typeof draftOf>;
  at: Date;
}

async function begin(tx: Db, { chance }: Stage, { viewer, article, draft, at }: Begun): Promise<number> {
  const { section, audience = "public" } = article;
  const [found] = await tx
    .select({ id: helpSections.id })
    .from(helpSections)
    .where(sql`${helpSections.key} = ${section}`);
  const setUp = articleSetUp.parse({ section: String(found?.id ?? 0), audience, owner: viewer.id });
  const { number } = await createArticle(tx, { viewer, id: chance.id(at), language: "en", setUp, draft, at });
  return number;
}

interface Translated {
  article: HelpArticle;
  number: number;
  language: Language;
  at: Date;
}

async function translate(tx: Db, viewer: User, { article, number, language, at }: Translated): Promise<number> {
  const from = { revision: 0, version: 0 };
  const { revision } = await saveDraft(tx, { viewer, number, language, draft: draftOf(article, language), from, at });
  return revision;
}

/** The first one has changed since it was translated. */
function planChange({ people: { mona, gus }, moment }: Stage): Step {
  const [article] = helpArticles;
  const at = moment(9);
  const run = async (tx: Db) => {
    if (!article) return;
    const { title, wordings, body } = wordsOf(article, "en");
    const [first] = await tx
      .select({ number: articles.number })
      .from(articles)
      .where(eq(articles.authorId, gus.id))
      .orderBy(articles.number)
      .limit(1);
    const number = first?.number ?? 0;
    const more = `${body}\n\n## A notebook that is not kept\n\nPhones keep what you opened in the last 30 days. Open an older notebook once, while you are online.`;
    const draft = textDraft.parse({ title, slug: "", body: more, wordings: wordings.join("\n") });
    const from = { revision: 0, version: 1 };
    const { revision } = await saveDraft(tx, { viewer: gus, number, language: "en", draft, from, at });
    await publishArticle(tx, { viewer: mona, number, language: "en", revision, at });
  };
  return { at, run };
}

function planDraft(stage: Stage, draft: (typeof helpDrafts)[number], at: Date): Step {
  const viewer = stage.people[draft.by];
  const run = async (tx: Db) => {
    const { title, body, wordings, state } = draft;
    const written = textDraft.parse({ title, slug: "", body, wordings: wordings.join("\n") });
    const number = await begin(tx, stage, { viewer, article: draft, draft: written, at });
    const which = { viewer, number, language: "en", at } as const;
    if (state === "review") await askForReview(tx, which);
    if (state === "scheduled") await scheduleArticle(tx, { ...which, for: new Date(at.getTime() + 9 * day) });
  };
  return { at, run };
}
