import type { TransactionSql } from "postgres";
import type { PostStatus } from "#db/schema/feedback/posts";
import { start } from "./functions";
import { distinguish, inventPatterns } from "./patterns";
import { boards, previous, tagColors, tags } from "./portal";
import type { Size } from "./size";
import { readTexts } from "./texts";

const staff = "{admin,maintainer,maintainer,moderator,agent,agent}";
const givenNames = "{Amara,Bruno,Chiara,Dmitri,Elif,Farid,Greta,Hiro,Ines,Jonas}";
const familyNames = "{Adeyemi,Bauer,Costa,Duarte,Eriksen,Fischer,Garcia,Haddad,Ito}";

/** Staff first, then members, who all signed up in the year before the first post. */
export async function addPeople(sql: TransactionSql, { people }: Size): Promise<void> {
  await sql`create temporary table people on commit drop as
    select place, made_at, pg_temp.id_at(made_at, 'person ' || place) as id
    from generate_series(0, ${people - 1}::int) as place,
      lateral (select ${start}::timestamptz - interval '365 days' * (1 - place / ${people}::float8) as made_at) as time`;
  await sql`insert into users (id, email, name, handle, role, created_at)
    select id, 'person-' || place || '@example.com',
      (${givenNames}::text[])[1 + place % 10] || ' ' || (${familyNames}::text[])[1 + place % 9], 'person-' || place,
      coalesce((${staff}::role[])[1 + place], 'member'), made_at
    from people`;
  await sql`analyze people`;
}

/** The ids that the database gave. */
interface Places {
  boards: Map<string, number>;
  tags: number[];
}

export async function addPlaces(sql: TransactionSql): Promise<Places> {
  const rows = Object.entries(boards).map(([slug, { visibility }], position) => ({
    slug,
    name: slug,
    visibility,
    position,
  }));
  const madeBoards = await sql<{ slug: string; id: number }[]>`
    insert into boards ${sql(rows)} on conflict (slug) do update set position = excluded.position returning slug, id`;
  const tagRows = tags.map((slug, i) => ({ slug, name: slug, color: tagColors[i % tagColors.length] ?? "slate" }));
  const madeTags = await sql<{ id: number }[]>`insert into tags ${sql(tagRows)} returning id`;
  return { boards: new Map(madeBoards.map(({ slug, id }) => [slug, id])), tags: madeTags.map(({ id }) => id) };
}

/** What posts are made of, as tables that are gone when the transaction ends. Resolves to where the texts are from. */
export async function addPatterns(sql: TransactionSql, { posts }: Size, places: Places): Promise<string> {
  const { source, paragraphs, titles } = readTexts();
  const patterns = inventPatterns();
  const { pinned, discussed } = distinguish(patterns);
  // The newest post of a pattern is the one that is distinguished.
  const numberOf = (place: number) => posts - patterns.length + place + 1;
  await asTable(sql, "paragraphs", "markdown text, html text", paragraphs);
  await asTable(sql, "titles", "beginning text, ending text", titles);
  await asTable(
    sql,
    "patterns",
    "place int, kind post_kind, status post_status, board_id int, tag_ids int[], votes int, comments int," +
      " is_deleted boolean, is_duplicate boolean",
    patterns.map(({ board, tags, isDeleted, isDuplicate, ...pattern }) => ({
      ...pattern,
      board_id: places.boards.get(board),
      tag_ids: tags.map((place) => places.tags[place]),
      is_deleted: isDeleted,
      is_duplicate: isDuplicate,
    })),
  );
  await asTable(sql, "distinguished", "number int, is_pinned boolean, is_discussed boolean", [
    ...pinned.map((place) => ({ number: numberOf(place), is_pinned: true, is_discussed: false })),
    { number: numberOf(discussed), is_pinned: false, is_discussed: true },
  ]);
  const before = Object.entries(previous) as [PostStatus, PostStatus][];
  const statuses = before.map(([status, from]) => ({ status, before: from }));
  await asTable(sql, "previous", "status post_status, before post_status", statuses);
  return source;
}

async function asTable(sql: TransactionSql, name: string, columns: string, rows: object[]): Promise<void> {
  await sql.unsafe(
    `create temporary table ${name} on commit drop as select row_number() over () - 1 as at, given.*
      from json_to_recordset($1::json) as given (${columns})`,
    [sql.json(rows as never)],
  );
  await sql.unsafe(`analyze ${name}`);
}
