import { inArray, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { wordings } from "#db/schema";
import type { Visibility } from "#db/schema/feedback/boards";
import { averageOf, type Lengths } from "./averages";
import { visibilityNow } from "./move-wordings.server";
import { arrayOf, changeCounts } from "./term-counts.server";
import { addToTotals, noTotals, plus, type SplitTotals } from "./totals.server";
import { readWording, type Text, weighTerms, wordingVersion } from "./weigh-terms";

export interface Worded extends Text {
  number: number;
}

type Row = Omit<typeof wordings.$inferSelect, "version">;

/** Keeps what posts are about, in the transaction that writes them: who posts or edits is found at once. */
export async function keepWordings(tx: Db, posts: Worded[]): Promise<void> {
  if (posts.length === 0) return;
  const numbers = posts.map(({ number }) => number);
  await addToTotals(tx, noTotals());
  const before = await tx.select().from(wordings).where(inArray(wordings.number, numbers));
  const seenBy = await findVisibilities(tx, numbers);
  const read = posts.map((post) => ({
    number: post.number,
    visibility: seenBy.get(post.number) ?? null,
    ...readWording(post),
  }));
  const average = averageOf(await addToTotals(tx, difference(before, read)));
  const worded = read.map(({ number, visibility, titleLength, textLength, counts }) => {
    const terms = weighTerms({ titleLength, textLength, counts }, average);
    return {
      number,
      terms: terms.map(({ term }) => term),
      impacts: terms.map(({ impact }) => Math.round(impact * 100)),
      titleLength,
      textLength,
      visibility,
    };
  });
  await write(tx, worded);
  await changeCounts(tx, before, worded);
}

async function findVisibilities(tx: Db, numbers: number[]): Promise<Map<number, Visibility | null>> {
  const found = await rows<{ number: number; visibility: Visibility | null }>(
    tx,
    sql`select number, ${visibilityNow} as visibility from posts join boards on boards.id = posts.board_id
      where number = any(${arrayOf(numbers)}::int[])`,
  );
  return new Map(found.map(({ number, visibility }) => [number, visibility]));
}

/** Writes rows by few parameters: an import writes a thousand posts at once. */
async function write(tx: Db, rows: Row[]): Promise<void> {
  const column = (value: (row: Row) => string | number | null) => JSON.stringify(rows.map(value));
  await tx.execute(sql`
    insert into wordings (number, terms, impacts, title_length, text_length, visibility, version)
    select number::int, terms::int[], impacts::smallint[], title_length::int, text_length::int, visibility::visibility,
      ${wordingVersion}
    from rows from (
      json_array_elements_text(${column(({ number }) => number)}::json),
      json_array_elements_text(${column(({ terms }) => arrayOf(terms))}::json),
      json_array_elements_text(${column(({ impacts }) => arrayOf(impacts))}::json),
      json_array_elements_text(${column(({ titleLength }) => titleLength)}::json),
      json_array_elements_text(${column(({ textLength }) => textLength)}::json),
      json_array_elements_text(${column(({ visibility }) => visibility)}::json)
    ) as rows (number, terms, impacts, title_length, text_length, visibility)
    on conflict (number) do update set terms = excluded.terms, impacts = excluded.impacts,
      title_length = excluded.title_length, text_length = excluded.text_length, visibility = excluded.visibility,
      version = excluded.version`);
}

type Seen = Lengths & { visibility: Visibility | null };

function difference(before: Seen[], after: Seen[]): SplitTotals {
  const more = noTotals();
  const add = (some: Seen[], by: 1 | -1) => {
    for (const { visibility, titleLength, textLength } of some) {
      if (!visibility) continue;
      const one = { posts: by, titleLength: by * titleLength, textLength: by * textLength };
      more[visibility] = plus(more[visibility], one);
    }
  };
  add(before, -1);
  add(after, 1);
  return more;
}

/** Lets posts that are about to go count no more. */
export async function forgetWordings(tx: Db, numbers: number[]): Promise<void> {
  await addToTotals(tx, noTotals());
  const gone = await tx
    .delete(wordings)
    .where(sql`${wordings.number} = any(${arrayOf(numbers)}::int[])`)
    .returning();
  await addToTotals(tx, difference(gone, []));
  await changeCounts(tx, gone, []);
}
