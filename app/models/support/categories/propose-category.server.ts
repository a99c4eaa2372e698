import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { learnedCategories, learnedKinds, learnedTerms, ticketCategories } from "#db/schema";
import type { TextsByLanguage } from "#db/schema/core/texts-by-language";
import { prepare } from "./classifier";
import { featuresOf, type Kind } from "./features";
import { listTicketCategories } from "./list-categories.server";
import { ownWords } from "./own-words";
import { propose } from "./propose";
import { readRows } from "./rows";

export interface ProposedCategory {
  id: number;
  key: string | null;
  names: TextsByLanguage;
  /** Those of the ticket that speak most for it; for the team alone. */
  words: string[];
}

/** Of proposals that are at least so sure, nine in ten are right (docs/decisions/041-proposed-categories.md). */
const leastSure = 0.5;
/** Times as likely as the next one: among two categories, one always has half. */
const leastAhead = 2;

/** What a ticket is probably about, as far as the team's corrections of others tell; undefined where they do not. */
export async function proposeCategory(
  db: Db,
  question: { subject: string; text: string },
): Promise<ProposedCategory | undefined> {
  const texts = await db
    .select({ category: sql<string>`${learnedCategories.categoryId}::text`, texts: learnedCategories.texts })
    .from(learnedCategories)
    .innerJoin(ticketCategories, eq(ticketCategories.id, learnedCategories.categoryId))
    .where(isNull(ticketCategories.archivedAt));
  if (texts.length < 2) return;
  const categories = await listTicketCategories(db);
  const text = ownWords(question, categories);
  const asked = featuresOf(text).features.map(({ kind, term }) => ({ kind, term }));
  const [shares, known] = await Promise.all([
    db
      .select({
        kind: learnedTerms.kind,
        term: learnedTerms.term,
        category: sql<string>`${learnedTerms.categoryId}::text`,
        share: learnedTerms.share,
      })
      .from(learnedTerms)
      .innerJoin(
        sql`json_to_recordset(${JSON.stringify(asked)}::json) as asked (kind term_kind, term int)`,
        and(eq(learnedTerms.kind, sql`asked.kind`), eq(learnedTerms.term, sql`asked.term`)),
      ),
    db.select().from(learnedKinds),
  ]);
  const termsOf = (kind: Kind) => known.find((one) => one.kind === kind)?.terms ?? 0;
  const sizes = { word: termsOf("word"), pair: termsOf("pair"), part: termsOf("part") };
  const [best, next] = propose(prepare(readRows({ texts, shares }), sizes), text);
  if (!best || best.probability < Math.max(leastSure, leastAhead * (next?.probability ?? 0))) return;
  const category = categories.find(({ id }) => String(id) === best.category);
  return category && { id: category.id, key: category.key, names: category.names, words: best.words };
}
