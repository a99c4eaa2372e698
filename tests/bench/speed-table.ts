import type { Comparison } from "./compare";
import type { Sample } from "./measure";
import { table } from "./table";

const columns = ["req/s", "p50 ms", "p99 ms", "CPU ms"];
const header = ["", "KB", ...columns, "database CPU ms", ...columns.map((column) => `floor ${column}`), "app ÷ floor"];

/** The medians of all rounds. */
export function speedTable(comparisons: Comparison[]): string {
  const rows = comparisons.map(({ name, bytes, app, floor }) => [
    name,
    (bytes / 1000).toFixed(1),
    ...speed(app),
    shown(median(app.map(({ databaseCpu }) => databaseCpu)), 2),
    ...speed(floor),
    percent(shareOfFloor({ app, floor })),
  ]);
  return table(header, rows);
}

/** Median of what the app did of what the floor did in the same round. */
export const shareOfFloor = ({ app, floor }: Pick<Comparison, "app" | "floor">): number | undefined =>
  median(floor.map((bare, round) => app[round] && app[round].perSecond / bare.perSecond));

function speed(samples: Sample[]): string[] {
  const middle = (read: (sample: Sample) => number | undefined) => median(samples.map(read));
  return [
    shown(
      middle(({ perSecond }) => perSecond),
      0,
    ),
    shown(
      middle(({ p50 }) => p50),
      2,
    ),
    shown(
      middle(({ p99 }) => p99),
      2,
    ),
    shown(
      middle(({ cpu }) => cpu),
      3,
    ),
  ];
}

/** Undefined for no numbers at all, and where one is missing. */
function median(numbers: (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  if (known.length < numbers.length) return;
  const middle = known.slice(Math.floor((known.length - 1) / 2), Math.floor(known.length / 2) + 1);
  return middle.length > 0 ? middle.reduce((a, b) => a + b) / middle.length : undefined;
}

const shown = (number: number | undefined, digits: number): string => number?.toFixed(digits) ?? "–";

const percent = (share: number | undefined): string => (share === undefined ? "–" : `${(share * 100).toFixed(1)} %`);
