import type { ParameterOrJSON, Sql } from "postgres";
import type { Query } from "./capture";

/** A node of PostgreSQL's plan, as `FORMAT JSON` gives it. Rows are per loop. */
export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: PlanNode[];
}

export interface Explained {
  Plan: PlanNode;
  /** Milliseconds. */
  "Planning Time": number;
  "Execution Time": number;
}

/** Runs the query twice, the first time for warmth, and tells how the second went. */
export async function explain(sql: Sql, { text, params }: Query): Promise<Explained> {
  const run = () =>
    sql.unsafe<{ "QUERY PLAN": Explained[] }[]>(
      `explain (analyze, buffers, format json) ${text}`,
      params as ParameterOrJSON<never>[],
    );
  await run();
  const [row] = await run();
  const explained = row?.["QUERY PLAN"][0];
  if (!explained) throw new Error("PostgreSQL explained nothing.");
  return explained;
}
