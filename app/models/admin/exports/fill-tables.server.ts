import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { NotRestorable } from "./not-restorable";
import { names, type RowText } from "./read-rows.server";
import { type ExportedTable, exportedTables } from "./tables.server";

/** Adds rows to a table; all of their times are `later` than they say, by so many milliseconds. */
type Insert = (table: ExportedTable, lines: RowText[], later?: number) => Promise<void>;

/**
 * Fills the tables of an empty portal with rows from elsewhere, in whatever order `fill` has them: what they point to is
 * looked for when all are in. `tx` is a transaction. Throws `NotRestorable` where people are or something has happened.
 */
export async function fillTables(tx: Db, fill: (insert: Insert) => Promise<void>): Promise<void> {
  await emptyTables(tx);
  await tx.execute(sql`set local time zone 'UTC'`);
  const references = await deferReferences(tx);
  await fill((table, lines, later) => insertRows(tx, table, lines, later));
  await holdReferences(tx, references);
}

/** Takes away what a new portal begins with. Only an empty one: nobody is there and nothing has happened. */
async function emptyTables(tx: Db): Promise<void> {
  const tables = exportedTables.map(({ name }) => sql.identifier(name));
  await tx.execute(sql`lock table users, posts, events in access exclusive mode`);
  if (!(await isUntouched(tx))) throw new NotRestorable({ code: "notEmpty" });
  await tx.execute(sql`truncate ${sql.join(tables, sql`, `)} cascade`);
}

/** Whether nobody has been there yet. */
export async function isUntouched(db: Db): Promise<boolean> {
  const [found] = await rows<{ some: boolean }>(
    db,
    sql`select exists (select from users) or exists (select from posts) or exists (select from events) as some`,
  );
  return !found?.some;
}

/** What rows from before a column do not name is what that column has by default. */
async function insertRows(tx: Db, table: ExportedTable, lines: RowText[], later = 0): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const named = new Set(Object.keys(JSON.parse(first) as object));
  const columns = table.columns.filter((column) => named.has(column));
  await insertNamed(tx, { ...table, columns }, lines, later);
}

async function insertNamed(tx: Db, { name, columns, times }: ExportedTable, lines: RowText[], later: number) {
  const table = sql.identifier(name);
  const shift = (column: string): SQL =>
    later && times.includes(column)
      ? sql`${sql.identifier(column)} + make_interval(secs => ${later / 1000})`
      : sql`${sql.identifier(column)}`;
  const values = sql.join(columns.map(shift), sql`, `);
  await tx.execute(sql`insert into ${table} (${names(columns)}) overriding system value
    select ${values} from json_populate_recordset(null::${table}, ${`[${lines.join(",")}]`}::json)`);
}

interface Reference extends Record<string, unknown> {
  table: string;
  name: string;
}

/** Rows may come before those that they point to: whether those are there is looked at when all are in. */
async function deferReferences(tx: Db): Promise<Reference[]> {
  const references = await rows<Reference>(
    tx,
    sql`select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
      where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace
      order by 1, 2`,
  );
  for (const { table, name } of references) {
    await tx.execute(sql.raw(`alter table ${table} alter constraint ${name} deferrable initially deferred`));
  }
  return references;
}

async function holdReferences(tx: Db, references: Reference[]): Promise<void> {
  await tx.execute(sql`set constraints all immediate`);
  for (const { table, name } of references) {
    await tx.execute(sql.raw(`alter table ${table} alter constraint ${name} not deferrable`));
  }
}
