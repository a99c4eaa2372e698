import { table } from "../table";
import type { Plan } from "./plans";

const header = ["query", "verdict", "indexes", "rows read", "buffers", "ms", "planning ms"];
const words = 3;

export function planTable(plans: Plan[]): string {
  const rows = plans.map((plan) => [
    plan.query,
    plan.isJudged ? plan.faults.join(", ") || "good" : "–",
    plan.indexes.join(", "),
    String(plan.rowsRead),
    String(plan.buffers),
    plan.milliseconds.toFixed(2),
    plan.planningMilliseconds.toFixed(2),
  ]);
  return table(header, rows, words);
}
