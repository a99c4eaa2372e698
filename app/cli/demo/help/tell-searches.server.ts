import type { Db } from "#db/client.server";
import { countSearch } from "~/models/help/searches/count-search.server";
import { searched } from "./searches";

const day = 24 * 60 * 60_000;
const days = 20;

/** What people have searched for lately, which no export has along, and so no history that is kept. */
export async function tellSearches(tx: Db, now: Date): Promise<void> {
  for (const [i, { times, ...search }] of searched.entries()) {
    for (let time = 0; time < times; time++) {
      const at = new Date(now.getTime() - (1 + ((i * 5 + time * 2) % days)) * day);
      await countSearch(tx, { ...search, at });
    }
  }
}
