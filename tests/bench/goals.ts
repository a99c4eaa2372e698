import type { Comparison } from "./compare";
import type { Portal } from "./findings";
import type { Sample } from "./measure";
import { median } from "./percentile";
import { table } from "./table";

interface Goal {
  name: string;
  wanted: string;
  found: string;
  /** Undefined where it was not measured. */
  isMet: boolean | undefined;
}

/** What was to be reached, and what was. */
export function goalTable(portals: Portal[]): string {
  const rows = goals(portals).map(({ name, wanted, found, isMet }) => [
    name,
    wanted,
    found,
    isMet === undefined ? "not measured" : isMet ? "met" : "**missed**",
  ]);
  return table(["goal", "wanted", "found", "verdict"], rows, 4);
}

function goals(portals: Portal[]): Goal[] {
  const of = (wanted: (comparison: Comparison) => boolean) =>
    portals.flatMap(({ posts, comparisons }) => comparisons.filter(wanted).map((one) => ({ ...one, posts })));
  const growth = portals.flatMap((portal) => portal.growth);
  const times = portals.filter(({ posts }) => posts === 100_000).flatMap((portal) => portal.databaseTimes);
  const asked = times.filter(({ name }) => name === "search" || name === "similar posts");
  const starts = portals.flatMap((portal) => portal.starts);
  const memory = portals.flatMap(({ memory }) => [memory.uncached, memory.cached]).filter((size) => size !== undefined);
  return [
    atLeast(
      "cached pages beside the floor, with 1 % votes",
      0.6,
      of(({ isCached }) => isCached),
      "floor",
    ),
    atLeast(
      "uncached list beside Express with JSON",
      0.25,
      of(({ name }) => /^list, [a-z]+$/.test(name)),
      "json",
    ),
    atLeast(
      "vote beside its bare transaction",
      0.5,
      of(({ name }) => name === "vote"),
      "bare",
    ),
    atMost(
      "list and post page, many posts beside few",
      1.3,
      growth.map(({ name, ratio }) => ({ name, value: ratio })),
    ),
    atMost(
      "search and similar posts at 100,000 posts, p99 of database ms",
      60,
      asked.map(({ name, p99 }) => ({ name, value: p99 })),
    ),
    atMost(
      "start with an existing PostgreSQL, seconds",
      1,
      starts.length > 0 ? [{ name: "median", value: median(starts) ?? Number.NaN }] : [],
    ),
    atMost(
      "memory after the benchmark, MB",
      200,
      memory.length > 0 ? [{ name: "most", value: Math.max(...memory) }] : [],
    ),
  ];
}

type Placed = Comparison & { posts: number };

function atLeast(name: string, least: number, some: Placed[], beside: "floor" | "json" | "bare"): Goal {
  const measured = some.filter((one) => one.app.length > 0 && one[beside].length > 0);
  const ratios = measured.map((one) => ({ one, ratio: ratioTo(one.app, one[beside]) ?? Number.NaN }));
  const lowest = ratios.toSorted((a, b) => a.ratio - b.ratio)[0];
  const highest = ratios.toSorted((a, b) => b.ratio - a.ratio)[0];
  const failed = some.find(({ failure }) => failure);
  if (failed) return { name, wanted: `≥ ${least}`, found: failed.failure ?? "", isMet: false };
  if (!lowest || !highest) return { name, wanted: `≥ ${least}`, found: "–", isMet: undefined };
  const where = ({ one }: typeof lowest) => `${one.name}, ${one.posts} posts, ${one.connections} connections`;
  return {
    name,
    wanted: `≥ ${least}`,
    found: `${lowest.ratio.toFixed(2)} (${where(lowest)}) to ${highest.ratio.toFixed(2)} (${where(highest)})`,
    isMet: lowest.ratio >= least,
  };
}

function atMost(name: string, most: number, values: { name: string; value: number }[]): Goal {
  const worst = values.toSorted((a, b) => b.value - a.value)[0];
  const found = values.map(({ name, value }) => `${name} ${value.toFixed(2)}`).join("; ");
  return { name, wanted: `≤ ${most}`, found: found || "–", isMet: worst && worst.value <= most };
}

/** Requests per second beside requests per second: the median of the rounds. */
export function ratioTo(app: Sample[], other: Sample[]): number | undefined {
  return median(other.map((bare, round) => app[round] && app[round].perSecond / bare.perSecond));
}
