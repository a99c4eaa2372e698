import type { Comparison } from "./compare";
import { ratioTo } from "./goals";
import type { Sample } from "./measure";
import { median } from "./percentile";
import { table } from "./table";

const header = [
  ...["", "connections", "KB", "req/s", "p50 ms", "p99 ms", "CPU ms", "database CPU ms"],
  ...["floor req/s", "floor CPU ms", "÷ floor", "JSON req/s", "÷ JSON", "bare SQL /s", "÷ bare SQL"],
];

/** The medians of all rounds. */
export function speedTable(comparisons: Comparison[]): string {
  const rows = comparisons.map(({ name, connections, bytes, app, floor, json, bare, failure }) => [
    failure ? `${name} (**failed**)` : name,
    String(connections),
    (bytes / 1000).toFixed(1),
    shown(app, ({ perSecond }) => perSecond, 0),
    shown(app, ({ p50 }) => p50, 2),
    shown(app, ({ p99 }) => p99, 2),
    shown(app, ({ cpu }) => cpu, 3),
    shown(app, ({ databaseCpu }) => databaseCpu, 3),
    shown(floor, ({ perSecond }) => perSecond, 0),
    shown(floor, ({ cpu }) => cpu, 3),
    ratio(app, floor),
    shown(json, ({ perSecond }) => perSecond, 0),
    ratio(app, json),
    shown(bare, ({ perSecond }) => perSecond, 0),
    ratio(app, bare),
  ]);
  return table(header, rows);
}

function shown(samples: Sample[], read: (sample: Sample) => number | undefined, digits: number): string {
  return median(samples.map(read))?.toFixed(digits) ?? "–";
}

const ratio = (app: Sample[], other: Sample[]): string => ratioTo(app, other)?.toFixed(3) ?? "–";
