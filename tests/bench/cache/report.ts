import type { Comparison } from "../compare";
import { ratioTo } from "../goals";
import type { Size } from "../seed/size";
import { speedTable } from "../speed-table";
import type { Probe } from "./probe";
import { every } from "./scenarios";

interface Findings {
  machine: string[];
  size: Size;
  comparisons: Comparison[];
  probe: Probe;
}

/** What we want a server with kept pages to do of what a bare one does. */
const wanted = 0.6;

export function writeReport({ machine, size, comparisons, probe }: Findings): string {
  const verdicts = comparisons.map((comparison) => {
    const share = ratioTo(comparison.app, comparison.floor) ?? 0;
    return `- ${comparison.name}, ${comparison.connections} connections: ${share.toFixed(2)} of the floor, ${share >= wanted ? "enough" : "not enough"}`;
  });
  return `# Results of \`npm run bench:cache\`

${machine.map((fact) => `- ${fact}`).join("\n")}
- ${size.posts} posts, ${size.votes} votes, ${size.people} people

${speedTable(comparisons)}

Medians of all rounds, app and floor in turn. The floor is a bare \`node:http\` server that sends the same bytes from
memory; where every ${every}th request to the app is a vote, the floor has one more page to send instead. Load generator, app,
floor and database share the machine.

${verdicts.join("\n")}

Wanted are ${wanted.toFixed(1)}. All the while somebody voted for a post and read it at once: of ${probe.writes} votes the next page missed ${probe.missed}.
`;
}
