import type { Sql } from "postgres";
import { capture, type Query } from "./capture";
import type { Case } from "./cases";
import { explain } from "./explain";
import { judge, type Verdict } from "./judge";

export interface Plan extends Verdict {
  query: string;
  isJudged: boolean;
}

const worstOfPosts = "select * from posts order by length(title) limit 21";

/** How PostgreSQL answers every query that the cases send; the worst there is proves the judge. */
export async function explainAll(sql: Sql, cases: Case[], worst = worstOfPosts): Promise<Plan[]> {
  await proveJudge(sql, worst);
  const plans: Plan[] = [];
  for (const { name, ask, isJudged } of cases) {
    for (const query of (await capture(sql, ask)).filter(isOfPage)) {
      plans.push({ query: name + partOf(query.text), isJudged, ...judge(await explain(sql, query)) });
    }
  }
  return plans;
}

/** What sets up a transaction, or asks the database for its own estimate, reads no table. */
const isOfPage = ({ text }: Query): boolean => /^\s*(select|with)\b/i.test(text) && !text.includes("set_config");

/** A judge who finds no fault with the worst there is proves nothing. */
async function proveJudge(sql: Sql, worst: string): Promise<void> {
  const { faults } = judge(await explain(sql, { text: worst, params: [] }));
  if (faults.length < 2) throw new Error(`The judge of plans is blind: all it sees is "${faults}".`);
}

/** Which of a page's queries it is, beside the one for the posts themselves. */
function partOf(text: string): string {
  if (text.includes(`"pinned_at" is not null`)) return ": pinned";
  const [, table] = /from "(\w+)" (?:inner|left) join/.exec(text) ?? [];
  return table && table !== "posts" ? `: ${table}` : "";
}
