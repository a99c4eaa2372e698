import { once } from "node:events";
import net, { type AddressInfo, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { type Database, type Db, rows } from "#db/client.server";
import { isDatabaseAway } from "#db/failures.server";
import { openServerDatabase } from "#db/server-database.server";

// What a connection leaves behind that is lost at a bad moment: the next one on its place must know nothing of it.

let url: string;
let killer: postgres.Sql;

beforeAll(async () => {
  const place = inject("database");
  if (place.kind !== "server") throw new Error("This test needs a server.");
  url = place.url;
  killer = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  await killer`create table if not exists lost_connections (word text)`;
});

afterAll(async () => {
  await killer`drop table lost_connections`;
  await killer.end();
});

/** With one connection, so that what comes after is on the place of what was lost. */
function openOne(address = url): Database {
  const database = openServerDatabase(address, 1);
  onTestFinished(() => database.close());
  return database;
}

const pidOf = async (db: Db): Promise<number> =>
  (await rows<{ pid: number }>(db, sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;

async function kill(pid: number): Promise<void> {
  await killer`select pg_terminate_backend(${pid})`;
  await expect.poll(() => killer`select from pg_stat_activity where pid = ${pid}`).toHaveLength(0);
  await pause(50);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What becomes of some work in time, and `never` for what does not end. */
const outcome = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    work.then(
      () => "done",
      (error) => (isDatabaseAway(error) ? "away" : error),
    ),
    pause(5000).then(() => "never"),
  ]);

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A transaction whose connection is lost between two statements, and which goes on when it is told to. */
async function loseInTransaction(
  db: Db,
): Promise<{ ended: Promise<unknown>; goOn: (word: string) => Promise<unknown> }> {
  const opened = withResolvers<Db>();
  const goingOn = withResolvers<void>();
  onTestFinished(() => goingOn.resolve());
  const ended = outcome(
    db.transaction(async (tx) => {
      await kill(await pidOf(tx));
      opened.resolve(tx);
      await goingOn.promise;
    }),
  );
  const tx = await opened.promise;
  const goOn = (word: string) =>
    outcome(Promise.resolve(tx.execute(sql`insert into lost_connections values (${word})`)));
  return { ended, goOn };
}

test("a transaction that has lost its connection writes nothing into the one that came after it", async () => {
  const { db } = openOne();
  const { ended, goOn } = await loseInTransaction(db);
  expect(await ended).toBe("away");
  await db.transaction(async (other) => {
    await other.execute(sql`insert into lost_connections values ('other')`);
    expect(await goOn("lost")).toBe("away");
  });
  expect(await goOn("late")).toBe("away");
  expect(await killer`select word from lost_connections`).toEqual([{ word: "other" }]);
});

test("nor does it speak while that is being opened, which would then be open for ever to nobody", async () => {
  const { db } = openOne();
  const { ended, goOn } = await loseInTransaction(db);
  expect(await ended).toBe("away");
  const first = outcome(db.execute(sql`select 1`));
  const late: Promise<unknown>[] = [];
  for (let i = 0; i < 100; i++) {
    late.push(goOn("late"));
    await new Promise(setImmediate);
    if (i % 4 === 0) await pause(1);
  }
  expect(await first).not.toBe("never");
  expect(await outcome(db.execute(sql`select 1`))).toBe("done");
  expect(new Set(await Promise.all(late))).toEqual(new Set(["away"]));
}, 30_000);

test("the error that ended a connection fails what was under way, and not what comes next", async () => {
  const { db } = openOne();
  const pid = await pidOf(db);
  const sleeping = outcome(db.execute(sql`select pg_sleep(8)`));
  await pause(100);
  await kill(pid);
  expect(await sleeping).toBe("away");
  expect(await rows(db, sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

/** Somebody between us and the database who ends connections in ways of their own. */
async function between(join: (near: Socket, far: Socket) => void): Promise<string> {
  const { hostname, port } = new URL(url);
  const server = net.createServer((near) => {
    const far = net.connect({ host: hostname, port: Number(port) });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on("error", () => {}).on("close", () => other.destroy());
    near.pipe(far);
    join(near, far);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = new URL(url);
  address.port = String((server.address() as AddressInfo).port);
  return address.href;
}

test("rows of an answer that broke off are not counted into the next one", async () => {
  let left = 100_000;
  const { db } = openOne(
    await between((near, far) => {
      far.on("data", (chunk) => {
        near.write(chunk);
        left -= chunk.length;
        if (left < 0) near.end();
      });
    }),
  );
  const many = sql`select i, repeat('x', 1000) as text from generate_series(1, 2000) as i`;
  expect(await outcome(db.execute(many))).toBe("away");
  left = Number.POSITIVE_INFINITY;
  expect(await rows(db, sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test("what is asked between the error of a connection and its end is refused, too", async () => {
  let near: Socket | undefined;
  const { db } = openOne(
    await between((socket, far) => {
      near = socket;
      far.pipe(socket);
    }),
  );
  // What opens a connection has it alone; later ones queue up on it.
  await pidOf(db);
  const sleeping = outcome(db.execute(sql`select pg_sleep(8)`)).then(async (first) => [
    first,
    await outcome(db.execute(sql`select 1`)),
  ]);
  await expect
    .poll(() => killer`select from pg_stat_activity where query like '%pg_sleep(8)%' and pid <> pg_backend_pid()`)
    .not.toHaveLength(0);
  near?.resetAndDestroy();
  const [first, second] = await sleeping;
  expect(first).toBe("away");
  expect(["away", "done"]).toContain(second);
  expect(await rows(db, sql`select 1 as one`)).toEqual([{ one: 1 }]);
}, 30_000);

test("a place that takes connections and lets go of them at once is away", async () => {
  const { db } = openOne(await between((near) => near.destroy()));
  expect(await outcome(db.execute(sql`select 1`))).toBe("away");
});
