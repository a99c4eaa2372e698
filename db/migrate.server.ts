import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { type Database, type Db, rows } from "./client.server";
import { isDeadlock } from "./failures.server";
import { settleForeignTransactions } from "./foreign-transactions.server";
import { installQueues } from "./queue.server";

/** Any number; every process of ours that migrates takes the lock of this name. */
const advisoryLock = 728_041_119;

/** Another version of ours may set up the same queues without taking the lock for it. */
const mostTries = 5;

/** Brings the schema and the queues up to date; processes that start together take turns. */
export async function migrate(database: Database, folder = path.resolve("db/migrations")): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  for (let tries = 1; ; tries++) {
    try {
      return await inTurn(database, () => bringUpToDate(database, migrations));
    } catch (error) {
      if (!isDeadlock(error) || tries === mostTries) throw error;
      await pause(Math.random() * 500 * tries);
    }
  }
}

/**
 * Holds the lock while the work is done on other connections. It lasts as long as a transaction, not as a session:
 * between us and the database may be a PgBouncer.
 */
async function inTurn({ db, kind }: Database, work: () => Promise<void>): Promise<void> {
  // The embedded one has one process, and one connection.
  if (kind === "embedded") return work();
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    await allowLong(tx);
    await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLock})`);
    await work();
  });
}

async function bringUpToDate(database: Database, migrations: MigrationMeta[]): Promise<void> {
  await database.db.transaction(async (tx) => {
    await allowLong(tx);
    await applyMissing(tx, migrations);
    await settleForeignTransactions(tx);
  });
  await installQueues(database);
}

async function allowLong(tx: Db): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '2min'`);
  await tx.execute(sql`set local statement_timeout = '30min'`);
}

/** As drizzle's own migrator does, whose transaction would not be the one that holds the lock. */
async function applyMissing(tx: Db, migrations: MigrationMeta[]): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  const [applied] = await rows<{ last: string | null }>(
    tx,
    sql`select max(created_at)::text as last from drizzle.__drizzle_migrations`,
  );
  for (const migration of migrations) {
    if (migration.folderMillis <= Number(applied?.last ?? 0)) continue;
    for (const statement of migration.sql) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
    );
  }
}
