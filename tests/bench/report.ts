import type { Portal } from "./findings";
import { goalTable } from "./goals";
import { planTable } from "./plans/plan-table";
import { speedTable } from "./speed-table";
import { table } from "./table";

interface Findings {
  /** What the numbers depend on. */
  facts: string[];
  portals: Portal[];
  /** Numbers of posts that are still to be looked at. */
  missing: number[];
}

/** Everything that was found out, as Markdown that reads well as it is. */
export function writeReport({ facts, portals, missing }: Findings): string {
  const partial = missing.length > 0 ? [`**Partial**: ${missing.join(" and ")} posts are missing`] : [];
  const faults = portals.flatMap((portal) => portal.faults);
  return `# Results of \`npm run bench\`

${listed([...partial, ...facts])}

## Goals

${goalTable(portals)}
${faults.length > 0 ? `\nWhat went wrong:\n\n${listed(faults)}\n` : ""}
Of a range the lowest counts. Ratios are of requests per second, measured in turn within the same seconds.
${portals.map(section).join("")}
## What the columns say

CPU is processor time per request: of the app's process, and of the backends of PostgreSQL that serve it. Load generator,
app and database share the machine with each other, so requests per second say less than processor time. The floor is a
bare \`node:http\` server that sends the same bytes from memory. JSON is Express answering with the rows of the list's
own queries, prepared, over as many connections to the database as the app has. Bare SQL is the statements of the page,
or the transaction that a vote, a comment or a move is at least, sent by postgres.js over as many connections. The app
makes every page anew but where the table says that it has its cache; one request in a hundred is then a vote, and the
next look of the same connection has to show it. Jobs that follow from what is written wait for another process.
`;
}

function section({ posts, facts, comparisons, databaseTimes, growth, plans }: Portal): string {
  return `
## ${posts} posts

${listed(facts)}

${speedTable(comparisons)}
${databaseTimes.length > 0 ? `\n### Time in the database\n\n${timeTable(databaseTimes)}\n` : ""}${
  growth.length > 0 ? `\n### Beside the smallest portal, one connection\n\n${growthTable(growth)}\n` : ""
}${plans.length > 0 ? `\n### Plans\n\n${planTable(plans)}\n\n${aboutPlans}\n` : ""}`;
}

const listed = (lines: string[]): string => lines.map((line) => `- ${line}`).join("\n");

function timeTable(times: Portal["databaseTimes"]): string {
  const rows = times.map(({ name, questions, p50, p99, longest, slowest }) => [
    name,
    slowest.replaceAll("|", " ").slice(0, 60),
    String(questions),
    p50.toFixed(1),
    p99.toFixed(1),
    longest.toFixed(1),
  ]);
  return table(["", "slowest", "questions", "p50 ms", "p99 ms", "longest ms"], rows, 2);
}

function growthTable(growth: Portal["growth"]): string {
  const rows = growth.map(({ name, small, big, ratio }) => [name, small.toFixed(2), big.toFixed(2), ratio.toFixed(2)]);
  return table(["", "few posts, p50 ms", "many posts, p50 ms", "ratio"], rows);
}

const aboutPlans = `\`EXPLAIN (ANALYZE, BUFFERS)\` of the queries as the app sends them. Rows read are those that any scan looked at, wanted or
not; a buffer is 8 KB. Bad is what reads all posts, sorts more than a page, or reads too many rows for one page; that is
judged for the list only.`;
