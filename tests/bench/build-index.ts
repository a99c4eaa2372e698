import { openServerDatabase } from "#db/server-database.server";
import { rebuildIndex } from "~/models/core/search-index/rebuild.server";
import { rebuildSimilar } from "~/models/core/wordings/rebuild-similar.server";

// A process of its own: one of the two indexes that the database cannot make alone.

export interface IndexOrder {
  url: string;
  which: "search" | "similar";
}

process.on("message", async ({ url, which }: IndexOrder) => {
  const database = openServerDatabase(url);
  await (which === "search" ? rebuildIndex(database.db) : rebuildSimilar(database.db));
  await database.close();
  process.send?.({ which });
});
