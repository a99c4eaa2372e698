import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { ZipFile } from "yazl";
import { createRandom, type Random } from "../seed/random";
import { readTexts } from "../seed/texts";

/** For each post elsewhere. */
export const shares = { votes: 3, comments: 0.5, people: 0.2 };

const texts = readTexts();

const pick = <Item>(items: Item[], random: Random): Item => items[random.below(items.length)] as Item;

const titleOf = (random: Random, number: number): string =>
  `${pick(texts.titles, random).beginning} ${pick(texts.titles, random).ending} ${number}`.slice(0, 100);

const bodyOf = (random: Random): string =>
  Array.from({ length: 1 + random.below(3) }, () => pick(texts.paragraphs, random).markdown).join("\n\n");

const momentOf = (random: Random): string => new Date(Date.UTC(2022, 0, 1) + random.below(9e10)).toISOString();

function* rows<Row>(count: number, seed: number, row: (random: Random, id: number) => Row): Generator<Row> {
  const random = createRandom(seed);
  for (let id = 1; id <= count; id += 1) yield row(random, id);
}

/** Writes a `backup.zip` as Fider does, and resolves to where it is. Nothing of it is ever whole in memory. */
export async function makeFiderBackup(folder: string, posts: number): Promise<string> {
  const people = Math.ceil(posts * shares.people);
  const someone = (random: Random) => 1 + random.below(people);
  const one = (random: Random) => ({ post_id: 1 + random.below(posts), user_id: someone(random) });
  const tables: Record<string, Iterable<object>> = {
    tenants: [{ id: 1, name: "Acme ideas" }],
    users: rows(people, 1, (_, id) => ({ id, name: `Person ${id}`, email: `person${id}@example.com`, status: 1 })),
    tags: ["speed", "print", "mobile"].map((name, id) => ({ id, name })),
    post_tags: rows(posts / 5, 2, (random) => ({ post_id: 1 + random.below(posts), tag_id: random.below(3) })),
    posts: rows(posts, 3, (random, id) => ({
      id,
      number: id,
      title: titleOf(random, id),
      slug: `post-${id}`,
      description: bodyOf(random),
      user_id: someone(random),
      status: random.below(5),
      created_at: momentOf(random),
      response: "",
      is_approved: true,
    })),
    post_votes: rows(posts * shares.votes, 4, (random) => ({ ...one(random), created_at: momentOf(random) })),
    comments: rows(posts * shares.comments, 5, (random, id) => ({
      id,
      ...one(random),
      content: pick(texts.paragraphs, random).markdown,
      created_at: momentOf(random),
    })),
  };
  const file = path.join(folder, `fider-${posts}.zip`);
  const zip = new ZipFile();
  for (const [name, some] of Object.entries(tables)) zip.addReadStream(Readable.from(arrayOf(some)), `${name}.json`);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

function* arrayOf(some: Iterable<object>): Generator<string> {
  let before = "[";
  for (const row of some) {
    yield before + JSON.stringify(row);
    before = ",";
  }
  yield before === "[" ? "[]" : "]";
}

/** Writes a table of posts, and resolves to where it is. */
export async function makeCsv(folder: string, posts: number): Promise<string> {
  const file = path.join(folder, `table-${posts}.csv`);
  const table = rows(posts, 6, (random, id) => ({
    id,
    title: titleOf(random, id),
    description: bodyOf(random),
    status: random.weighted({ open: 6, planned: 2, complete: 2 }),
    tags: random.weighted({ speed: 1, print: 1, mobile: 1 }),
    author: `Person ${random.below(posts * shares.people)}`,
    created_at: momentOf(random),
  }));
  await pipeline(Readable.from(table), stringify({ header: true }), createWriteStream(file));
  return file;
}
