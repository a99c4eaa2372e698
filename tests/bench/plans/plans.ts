import type { Sql } from "postgres";
import { capture } from "./capture";
import type { Case } from "./cases";
import { explain } from "./explain";
import { judge, type Verdict } from "./judge";

export interface Plan extends Verdict {
  query: string;
  isJudged: boolean;
}

/** How PostgreSQL answers every query that the cases send. */
export async function explainAll(sql: Sql, cases: Case[]): Promise<Plan[]> {
  await proveJudge(sql);
  const plans: Plan[] = [];
  for (const { name, ask, isJudged } of cases) {
    for (const query of await capture(sql, ask)) {
      plans.push({ query: name + partOf(query.text), isJudged, ...judge(await explain(sql, query)) });
    }
  }
  return plans;
}

/** A judge who finds no fault with the worst there is proves nothing. */
async function proveJudge(sql: Sql): Promise<void> {
  const worst = { text: "select * from posts order by length(title) limit 21", params: [] };
  const { faults } = judge(await explain(sql, worst));
  if (faults.length < 2) throw new Error(`The judge of plans is blind: all it sees is "${faults}".`);
}

/** Which of a page's queries it is, beside the one for the posts themselves. */
function partOf(text: string): string {
  if (text.includes(`"pinned_at" is not null`)) return ": pinned";
  const [, table] = /from "(\w+)" (?:inner|left) join/.exec(text) ?? [];
  return table && table !== "posts" ? `: ${table}` : "";
}
