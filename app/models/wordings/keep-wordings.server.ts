import { inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { wordings } from "#db/schema";
import { averageOf, type Lengths, type Totals } from "./averages";
import { arrayOf, changeCounts } from "./term-counts.server";
import { addToTotals } from "./totals.server";
import { readWording, type Text, weighTerms, wordingVersion } from "./weigh-terms";

export interface Worded extends Text {
  number: number;
}

type Row = Omit<typeof wordings.$inferSelect, "version">;

/** Keeps what posts are about, in the transaction that writes them: who posts or edits is found at once. */
export async function keepWordings(tx: Db, posts: Worded[]): Promise<void> {
  if (posts.length === 0) return;
  const numbers = posts.map(({ number }) => number);
  const read = posts.map((post) => ({ number: post.number, ...readWording(post) }));
  await addToTotals(tx, { posts: 0, titleLength: 0, textLength: 0 });
  const before = await tx.select().from(wordings).where(inArray(wordings.number, numbers));
  const totals = await addToTotals(tx, difference(before, read));
  const average = averageOf(totals);
  const rows = read.map((wording) => {
    const terms = weighTerms(wording, average);
    return {
      number: wording.number,
      terms: terms.map(({ term }) => term),
      impacts: terms.map(({ impact }) => Math.round(impact * 100)),
      titleLength: wording.titleLength,
      textLength: wording.textLength,
    };
  });
  await write(tx, rows);
  await changeCounts(tx, before, rows);
}

/** As few parameters as can be: an import writes a thousand posts at once. */
async function write(tx: Db, rows: Row[]): Promise<void> {
  const column = (value: (row: Row) => string | number) => JSON.stringify(rows.map(value));
  await tx.execute(sql`
    insert into wordings (number, terms, impacts, title_length, text_length, version)
    select number::int, terms::int[], impacts::smallint[], title_length::int, text_length::int, ${wordingVersion}
    from rows from (
      json_array_elements_text(${column(({ number }) => number)}::json),
      json_array_elements_text(${column(({ terms }) => arrayOf(terms))}::json),
      json_array_elements_text(${column(({ impacts }) => arrayOf(impacts))}::json),
      json_array_elements_text(${column(({ titleLength }) => titleLength)}::json),
      json_array_elements_text(${column(({ textLength }) => textLength)}::json)
    ) as rows (number, terms, impacts, title_length, text_length)
    on conflict (number) do update set terms = excluded.terms, impacts = excluded.impacts,
      title_length = excluded.title_length, text_length = excluded.text_length, version = excluded.version`);
}

function difference(before: Lengths[], after: Lengths[]): Totals {
  const sum = (rows: Lengths[], field: keyof Lengths) => rows.reduce((total, row) => total + row[field], 0);
  return {
    posts: after.length - before.length,
    titleLength: sum(after, "titleLength") - sum(before, "titleLength"),
    textLength: sum(after, "textLength") - sum(before, "textLength"),
  };
}
