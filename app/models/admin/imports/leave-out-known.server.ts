import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { importSources } from "#db/schema";
import type { ActivityKind } from "./history";
import type { ImportRun } from "./start-import.server";

/** Those of a kind whose ids at the source are not here yet, each once. */
export async function leaveOutKnownActivities<Some>(
  tx: Db,
  { run, kind, some, idOf }: { run: ImportRun; kind: ActivityKind; some: Some[]; idOf: (one: Some) => string },
): Promise<Some[]> {
  const byId = new Map<string, Some>();
  for (const one of some) if (!byId.has(idOf(one))) byId.set(idOf(one), one);
  if (byId.size === 0) return [];
  const known = await tx
    .select({ id: importSources.sourceId })
    .from(importSources)
    .where(
      and(
        eq(importSources.source, run.source),
        eq(importSources.kind, kind),
        inArray(importSources.sourceId, [...byId.keys()]),
      ),
    );
  for (const { id } of known) byId.delete(id);
  return [...byId.values()];
}
