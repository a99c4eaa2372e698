import { planTable } from "../plans/plan-table";
import type { Plan } from "../plans/plans";
import { table } from "../table";
import type { Received } from "./mails";
import type { Watched } from "./open-pages";
import type { Growth } from "./pages";
import type { Opening } from "./writes";

/** A desk with many tickets, beside that with few. */
export interface Compared {
  count: number;
  growth: Growth[];
  opening: Opening;
  plans: Plan[];
}

interface Findings {
  /** Tickets of the smallest desk. */
  first: number;
  compared: Compared[];
  watched: { early: Watched; late: Watched };
  received: Received;
  machine: string[];
}

interface Goal {
  name: string;
  wanted: string;
  found: string;
  isMet: boolean;
}

const most = { growth: 1.3, opening: 1.5, minute: 60 };

export function goals({ compared, received }: Findings): Goal[] {
  return [
    ...compared.flatMap(({ count, growth, opening, plans }) => {
      const slow = growth.filter(({ ratio }) => ratio > most.growth);
      const judged = plans.filter(({ faults }) => faults.length > 0);
      return [
        {
          name: `every page at ${count} tickets`,
          wanted: `≤ ${most.growth}`,
          found:
            slow.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`).join("; ") ||
            `at most ${Math.max(...growth.map(({ ratio }) => ratio)).toFixed(2)}`,
          isMet: slow.length === 0,
        },
        {
          name: `plans at ${count} tickets`,
          wanted: "no scan",
          found: judged.map(({ query, faults }) => `${query}: ${faults.join(", ")}`).join("; ") || "none",
          isMet: judged.length === 0,
        },
        {
          name: `opening a ticket beside a comment, ${count} tickets`,
          wanted: `≤ ${most.opening}`,
          found: opening.ratio.toFixed(2),
          isMet: opening.ratio <= most.opening,
        },
      ];
    }),
    {
      name: "1,000 mails in a minute",
      wanted: "none lost, none twice",
      found: received.faults.join("; ") || `all there, handed over in ${received.took.toFixed(0)} s`,
      isMet: received.faults.length === 0 && received.took < most.minute + 1,
    },
  ];
}

export function writeReport(findings: Findings): string {
  const { first, compared, watched, received, machine } = findings;
  const goalRows = goals(findings).map(({ name, wanted, found, isMet }) => [
    name,
    wanted,
    found,
    isMet ? "met" : "**missed**",
  ]);
  return `# The desk

Written by \`npm run bench:tickets\`: the server as it is in production, by HTTP; each ticket has four messages, one in twenty is
under way. Times are milliseconds, the median of up to 40 pairs, asked for by turns at the small desk and at the big one.

${table(["goal", "wanted", "found", "verdict"], goalRows, 4)}

${compared.map((one) => describeDesk(first, one)).join("\n")}
## Mails

Half are new questions, half answers; every tenth is handed over twice. ${received.sent} calls in ${received.took.toFixed(0)} s: \
taken within ${received.median.toFixed(0)} ms (median), ${received.high.toFixed(0)} ms (95 %); all were read \
${received.lag.toFixed(1)} s after the last.

## Open pages

${watched.early.pages} tickets, each open in a browser that asks for news as the page's script does, against one process:

${table(
  ["", "looks a second", "ms (median)", "ms (95 %)", "app, % of a core", "database"],
  [
    ["in the minute after opening", ...describeWatched(watched.early)],
    ["later", ...describeWatched(watched.late)],
  ],
)}

${machine.join("  \n")}
`;
}

function describeDesk(first: number, { count, growth, opening, plans }: Compared): string {
  return `## ${count} tickets

${table(
  ["page", `${first}`, `${count}`, "ratio"],
  growth.map(({ name, small, big, ratio }) => [name, small.toFixed(1), big.toFixed(1), ratio.toFixed(2)]),
)}

Opening a ticket takes ${opening.ticket.toFixed(1)} ms, a comment ${opening.comment.toFixed(1)} ms: ${opening.ratio.toFixed(2)}.

${planTable(plans)}
`;
}

const describeWatched = ({ perSecond, median, high, app, database }: Watched): string[] => [
  perSecond.toFixed(1),
  median.toFixed(1),
  high.toFixed(1),
  app.toFixed(1),
  database.toFixed(1),
];
