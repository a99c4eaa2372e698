import postgres from "postgres";
import { inject } from "vitest";
import { database } from "./database";

/** Keeps everybody from a row until the work is done. */
export async function whileHeld<Result>(
  { table, number }: { table: "posts" | "tickets"; number: number },
  work: (waiting: () => Promise<number>) => Promise<Result>,
) {
  const place = inject("database");
  if (place.kind !== "server") throw new Error("This test needs a server.");
  const url = new URL(place.url);
  url.pathname = `/${database.name}`;
  const holder = postgres(url.href, { max: 2, fetch_types: false, onnotice: () => {} });
  const waiting = async () => {
    const [row] = await holder`select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.count as number;
  };
  const result = await holder.begin(async (tx) => {
    await tx`select from ${tx(table)} where ${tx(table === "posts" ? "number" : "serial")} = ${number} for update`;
    return { pending: await work(waiting) };
  });
  await holder.end();
  return result.pending;
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It never came to that.");
}
