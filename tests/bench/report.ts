import type { Comparison } from "./compare";
import { planTable } from "./plans/plan-table";
import type { Plan } from "./plans/plans";
import { speedTable } from "./speed-table";

interface Findings {
  /** What the numbers depend on. */
  facts: string[];
  comparisons: Comparison[];
  plans: Plan[];
}

/** Everything that was found out, as Markdown that reads well as it is. */
export function writeReport({ facts, comparisons, plans }: Findings): string {
  return `# Results of \`npm run bench\`

${facts.map((fact) => `- ${fact}`).join("\n")}

## Speed

${speedTable(comparisons)}

Medians of all rounds. CPU is processor time per request: of the app's process, and of the backends of PostgreSQL that
serve it. The floor is a bare \`node:http\` server that sends the same bytes from memory; load generator, app and database
share the machine with each other, so requests per second say less than processor time.

## Plans

${planTable(plans)}

\`EXPLAIN (ANALYZE, BUFFERS)\` of the queries as the app sends them. Rows read are those that any scan looked at, wanted or
not; a buffer is 8 KB. Bad is what reads all posts, sorts more than a page, or reads too many rows for one page; that is
judged for the list only.
`;
}
