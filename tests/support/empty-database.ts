import postgres from "postgres";

interface EmptyDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database with nothing in it, of a name that is nobody else's, on the server at this address. */
export async function createEmptyDatabase(server: string): Promise<EmptyDatabase> {
  const name = `groundswell_empty_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = postgres(server, { max: 1, fetch_types: false, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
