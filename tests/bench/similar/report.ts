import { table } from "../table";
import { depths, type Measured, recallAt } from "./measure-recall";

interface Findings {
  facts: string[];
  measured: Measured[];
}

/** Everything that was found out, as Markdown that reads well as it is. */
export function writeReport({ facts, measured }: Findings): string {
  const header = ["Question", ...depths.map((depth) => `Recall at ${depth}`), "p50 ms", "p99 ms"];
  const rows = measured.map(({ name, places, milliseconds }) => [
    name,
    ...depths.map((depth) => recallAt(depth, places).toFixed(2)),
    at(0.5, milliseconds),
    at(0.99, milliseconds),
  ]);
  return `# Results of \`npm run bench:similar\`

${facts.map((fact) => `- ${fact}`).join("\n")}

${table(header, rows)}

For each known pair the later report asks and the earlier one has to be among the first answers; all reports but the asker
may be answers, and no other duplicate counts. Time is of \`findSimilarPosts\`, from question to answer, the database in it;
the baseline is plain BM25 in memory.
`;
}

function at(share: number, values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);
}
