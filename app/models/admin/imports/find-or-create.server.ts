import type { Db } from "#db/client.server";
import { boards, tags } from "#db/schema";
import { recordEvents } from "../../core/events/record.server";
import { slugify } from "../../core/text/slug";
import { boardLimits } from "../../feedback/boards/draft";
import { tagLimits } from "../../feedback/tags/draft";

/** Ids by lower-case name. */
export type Ids = Map<string, number>;

interface Named {
  id: number;
  name: string;
  slug: string;
}

/** The boards of these names; those that are not there are made, and are public. */
export async function findOrCreateBoards(tx: Db, names: string[], at: Date): Promise<Ids> {
  const { known, made } = await findOrCreate(tx, boards, names, { slug: "board", max: boardLimits.slug.max, at });
  const type = "board.created" as const;
  await recordEvents(
    tx,
    made.map(({ id, name }) => ({ type, actorId: null, data: { boardId: id, name }, at })),
  );
  return byName([...known, ...made]);
}

/** The same for tags. */
export async function findOrCreateTags(tx: Db, names: string[], at: Date): Promise<Ids> {
  const { known, made } = await findOrCreate(tx, tags, names, { slug: "tag", max: tagLimits.slug.max, at });
  const type = "tag.created" as const;
  await recordEvents(
    tx,
    made.map(({ id, name }) => ({ type, actorId: null, data: { tagId: id, name }, at })),
  );
  return byName([...known, ...made]);
}

async function findOrCreate(
  tx: Db,
  table: typeof boards | typeof tags,
  names: string[],
  { slug, max, at }: { slug: string; max: number; at: Date },
): Promise<{ known: Named[]; made: Named[] }> {
  const columns = { id: table.id, name: table.name, slug: table.slug };
  const known = await tx.select(columns).from(table).orderBy(table.id);
  const ids = byName(known);
  const missing = new Map(
    names.filter((name) => !ids.has(name.toLowerCase())).map((name) => [name.toLowerCase(), name]),
  );
  if (missing.size === 0) return { known, made: [] };
  const taken = new Set(known.map((one) => one.slug));
  const rows = [...missing.values()].map((name) => ({ name, slug: freeSlug(name, slug, max, taken), createdAt: at }));
  return { known, made: await tx.insert(table).values(rows).returning(columns) };
}

/** Ids by name; of several with one name, the oldest. */
function byName(some: Named[]): Ids {
  return new Map(some.map(({ id, name }) => [name.toLowerCase(), id] as const).reverse());
}

/** Lower-case letters, digits and hyphens, as addresses of boards and tags are made of; with a number where it is taken. */
function freeSlug(name: string, otherwise: string, max: number, taken: Set<string>): string {
  const wanted =
    slugify(name)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, max - 5)
      .replace(/^-+|-+$/g, "") || otherwise;
  let slug = wanted;
  for (let next = 2; taken.has(slug); next += 1) slug = `${wanted}-${next}`;
  taken.add(slug);
  return slug;
}
