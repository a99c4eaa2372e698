import postgres from "postgres";
import { migrate } from "#db/migrate.server";
import { openServerDatabase } from "#db/server-database.server";
import { startPostgres } from "../support/postgres-server";

const name = "groundswell_bench";

export interface BenchServer {
  /** Makes an empty database for so many posts and brings it up to date. Resolves to its address. */
  create(posts: number): Promise<string>;
  stop(): Promise<void>;
}

/** Looks once more at what is there from the run before, and seeds only what is missing: for working at the bench. */
const isReused = process.env.BENCH_REUSE !== undefined;

const settings = {
  shared_buffers: "512MB",
  // We vacuum ourselves; a vacuum that comes when it likes disturbs what we measure.
  autovacuum: "off",
  // What is seeded in the transaction that makes its table needs no log.
  wal_level: "minimal",
  max_wal_senders: "0",
};

/**
 * The server at BENCH_DATABASE_URL, where the databases stay to be looked at until the next run, or else one of our
 * own.
 */
export async function openBenchServer(): Promise<BenchServer> {
  const given = process.env.BENCH_DATABASE_URL;
  const own = given ? undefined : await startPostgres(settings);
  const server = given ?? own?.url ?? "";
  return {
    async create(posts) {
      const url = await createDatabase(server, `${name}_${posts}`);
      const database = openServerDatabase(url);
      await migrate(database);
      await database.close();
      return url;
    },
    stop: async () => own?.stop(),
  };
}

async function createDatabase(server: string, name: string): Promise<string> {
  const sql = postgres(server, { max: 1, fetch_types: false, onnotice: () => {} });
  const [known] = await sql`select from pg_database where datname = ${name}`;
  if (!known || !isReused) {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`create database ${name}`);
  }
  await sql.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
