import type { Explained, PlanNode } from "./explain";

export interface Verdict {
  /** What a list query must not do. */
  faults: string[];
  indexes: string[];
  /** Rows that scans looked at, whether or not they were wanted, of all tables together. */
  rowsRead: number;
  /** Pages of 8 KB, each time one was looked at. */
  buffers: number;
  milliseconds: number;
  planningMilliseconds: number;
}

export function judge(explained: Explained): Verdict {
  const root = explained.Plan;
  const nodes = [...walk(root)];
  const rowsRead = nodes.reduce((sum, node) => sum + rowsReadBy(node), 0);
  const tooMany = rowsRead > mostRowsRead ? [`reads ${rowsRead} rows`] : [];
  return {
    faults: [...nodes.flatMap(faultsOf), ...tooMany],
    indexes: [...new Set(nodes.flatMap((node) => node["Index Name"] ?? []))],
    rowsRead,
    buffers: root["Shared Hit Blocks"] + root["Shared Read Blocks"],
    milliseconds: explained["Execution Time"],
    planningMilliseconds: explained["Planning Time"],
  };
}

function* walk(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* walk(child);
}

/** A narrow filter is answered by its own index and a sort of the little that it finds. */
const mostSorted = 2000;
/** A filter may make a scan pass over rows, but a page must not cost more the more posts there are. */
const mostRowsRead = 10_000;

/** What there is ever more of. */
const growing = new Set(["posts", "tickets", "ticket_messages", "ticket_people"]);

function faultsOf(node: PlanNode): string[] {
  const relation = node["Relation Name"] ?? "";
  if (node["Node Type"].endsWith("Seq Scan") && growing.has(relation)) return [`reads all ${relation}`];
  const sorted = node["Node Type"].endsWith("Sort") ? rowsOf(node.Plans?.[0]) : 0;
  return sorted > mostSorted ? [`sorts ${sorted} rows`] : [];
}

const rowsOf = (node: PlanNode | undefined): number => (node ? node["Actual Rows"] * node["Actual Loops"] : 0);

/** A Bitmap Index Scan hands its rows to the heap scan above it, which counts them. */
function rowsReadBy(node: PlanNode): number {
  if (!node["Relation Name"]) return 0;
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return (node["Actual Rows"] + removed) * node["Actual Loops"];
}
