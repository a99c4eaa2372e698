import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepared } from "#db/prepared.server";

let pglite: PGlite;
let client: ReturnType<typeof prepared>;

beforeAll(async () => {
  pglite = await PGlite.create();
  client = prepared(pglite);
});
afterAll(async () => {
  await pglite.close();
  await expect(client.query("select 1")).rejects.toThrow("closed");
});

const countKept = async () =>
  Number((await pglite.query<{ n: string }>("select count(*) as n from pg_prepared_statements")).rows[0]?.n);

test.each<[string, unknown[]]>([
  ["select 1 as one, null::text as none, 'a' as text, true as yes", []],
  [
    "select $1::int as n, $2::text[] as texts, $3::jsonb as json, $4::timestamptz as at",
    [7, ["a"], null, new Date(0).toISOString()],
  ],
  ["select 'null'::jsonb as json, '{1,2}'::int[] as list, 12.50::numeric as money, 9007199254740993 as big", []],
  ["select $1::jsonb as json, $2::bytea as bytes", [{ a: [1] }, new Uint8Array([0, 255])]],
  ["values (1), (2)", []],
  ["select where false", []],
  ["insert into counted values ($1), (5), (6)", [4]],
  ["update counted set n = n + 1 where n > 1 returning n", []],
  ["delete from counted", []],
  ["create table if not exists other (n int)", []],
])("what comes is what PGlite itself resolves to: %s", async (text, values) => {
  for (const rowMode of ["object", "array", "array"] as const) {
    const begin = () =>
      pglite.exec("drop table if exists counted; create table counted (n int); insert into counted values (1), (2)");
    await begin();
    const { rows, affectedRows, fields } = await pglite.query(text, values, { rowMode });
    await begin();
    const kept = await client.query(text, values, { rowMode });
    expect(kept).toMatchObject({ rows, affectedRows });
    expect(kept.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }))).toEqual(fields);
  }
});

test("a moment that no column has written is refused here as it is on a server", async () => {
  await expect(client.query("select $1::timestamptz", [new Date(0)])).rejects.toThrow("a server takes none");
});

test("a table that changes between two questions is asked anew", async () => {
  await pglite.exec("create table changing (a int); insert into changing values (1)");
  const ask = () => client.query("select * from changing");
  expect((await ask()).rows).toEqual([{ a: 1 }]);
  await pglite.exec("alter table changing add b text default 'x'");
  expect((await ask()).rows).toEqual([{ a: 1, b: "x" }]);
  await pglite.exec("drop table changing");
  await expect(ask()).rejects.toMatchObject({ code: "42P01" });
  await pglite.exec("create table changing (c text); insert into changing values ('new')");
  expect((await ask()).rows).toEqual([{ c: "new" }]);
});

test("what is refused leaves the way free for what comes next, in a transaction and outside", async () => {
  await pglite.exec("create table guarded (n int check (n > 0))");
  const add = (n: number) => client.query("insert into guarded values ($1)", [n]);
  await add(1);
  await expect(add(-1)).rejects.toMatchObject({ code: "23514" });
  await expect(client.query("select nonsense")).rejects.toMatchObject({ code: "42703" });
  await expect(client.query("not sql")).rejects.toMatchObject({ code: "42601" });
  await add(2);
  const failing = client.transaction(async (tx) => {
    await tx.query("insert into guarded values ($1)", [3]);
    await tx.query("insert into guarded values ($1)", [-3]);
  });
  await expect(failing).rejects.toMatchObject({ code: "23514" });
  await add(4);
  expect((await client.query("select n from guarded order by n", [], { rowMode: "array" })).rows).toEqual([
    [1],
    [2],
    [4],
  ]);
});

test("a statement outside a transaction waits for its end, and a transaction that is over takes none", async () => {
  await pglite.exec("create table turns (who text)");
  const order: string[] = [];
  let outside: Promise<unknown[]> | undefined;
  let ended: Parameters<Parameters<typeof client.transaction>[0]>[0] | undefined;
  await client.transaction(async (tx) => {
    ended = tx;
    await tx.query("insert into turns values ($1)", ["first"]);
    outside = client.query("select who from turns").then(({ rows }) => {
      order.push("outside");
      return rows;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push("transaction");
  });
  expect(await outside).toEqual([{ who: "first" }]);
  expect(order).toEqual(["transaction", "outside"]);
  await expect(ended?.query("select 1")).rejects.toThrow("closed");
});

test("plans are kept for so many statements, and those of an instance stay with it", async () => {
  for (let n = 0; n < 700; n++) await client.query(`select ${n} as n`);
  await client.query("select 1 as again");
  const kept = await countKept();
  expect(kept).toBeGreaterThan(400);
  expect(kept).toBeLessThanOrEqual(501);
  await prepared(pglite).query("select 1 as again");
  expect(await countKept()).toBe(kept);
  expect((await client.query("select 0 as n")).rows).toEqual([{ n: 0 }]);
});
