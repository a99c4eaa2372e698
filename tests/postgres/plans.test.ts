import { beforeAll, expect, test } from "vitest";
import { positional, rows } from "#db/client.server";
import { liveIndex } from "~/models/help/answers/live-index.server";
import type { Explained, PlanNode } from "../bench/plans/explain";
import { useApp } from "../support/app";
import { addCrowd } from "../support/crowd/crowd";
import { database, db, listen, type Statement, useDatabase } from "../support/database";
import { comeTogether, type Look, listPages } from "../support/pages";

useDatabase({ kept: true });
useApp({ FRESHDESK_DOMAIN: "https://acme.freshdesk.example", FRESHDESK_API_KEY: "key" });

/** Rows of each table that grows. */
const size = 20_000;
/** A page may look through so many rows to find those that it shows. */
const mostRead = 4000;
const moreFor: Record<string, number> = {
  // Search weighs up to 1,300 posts for a word that is everywhere, however many more there are, and looks into several
  // tables for each.
  "/search": 15_000,
  // Goes through the posts in the order that was chosen until it has fifty that match every filter.
  "/staff/requests": 15_000,
  // Goes through what is open on a board until it has a page that nobody has answered; here, all of it is.
  "/staff/inbox": 15_000,
  // Counts up to a hundred tickets for each of its views, of which there are a hundred here.
  "/staff/support": 15_000,
};
const mayScan = [
  // Three hundred followers of chosen posts: among so few people and posts as there are here, reading them all is cheaper
  // than looking each up.
  /^\/staff\/inbox\/bulk$/,
  // Says what an import would leave behind, which every one of its posts has a part in.
  /^\/staff\/import\/[^/]+\/undo$/,
  // Of articles there are as many as a team writes, not twenty thousand; its lists of them are sorted as a whole.
  /^\/staff\/help(\/sections\/\d+|\/searches\/wording)?$/,
];

let pages: Look[];

beforeAll(async () => {
  const { crowd, lookers } = await comeTogether();
  await addCrowd(crowd, 1, size);
  pages = await listPages(lookers);
  // Articles are read into memory once, all of them.
  await liveIndex(database.db, "en");
}, 300_000);

test("no page reads a table from end to end", async () => {
  const faults: Record<string, string[]> = {};
  for (const { look, looker, path } of pages.filter(
    ({ path }) => !mayScan.some((may) => may.test(path.replace(/\?.*/, ""))),
  )) {
    for (const statement of (await listen(look)).filter(isQuery)) {
      for (const fault of await faultsOf(statement, moreFor[path.replace(/\?.*/, "")] ?? mostRead))
        (faults[fault] ??= []).push(`${looker} ${path}`);
    }
  }
  expect(faults).toEqual({});
}, 120_000);

const isQuery = ({ text }: Statement): boolean => /^(?:\s|\/\*.*?\*\/)*(select|with)\b/i.test(text);

async function faultsOf(statement: Statement, most: number): Promise<string[]> {
  const nodes = [...walk(await explain(statement))];
  const scans = nodes.filter((node) => node["Node Type"].includes("Seq Scan") && rowsRead(node) >= 0.9 * size);
  const read = nodes.reduce((sum, node) => sum + rowsRead(node), 0);
  const about = statement.text
    .replace(/\s+/g, " ")
    .replace(/^select .*? from /, "… from ")
    .slice(0, 300);
  return [
    ...scans.map((node) => `scans ${node["Relation Name"]}: ${about}`),
    ...(read > most ? [`reads ${read} rows: ${about}`] : []),
  ];
}

async function explain({ text, params }: Statement): Promise<PlanNode> {
  const explanation = positional(`explain (analyze, buffers, format json) ${text}`, params);
  const [row] = await rows<{ "QUERY PLAN": Explained[] }>(db, explanation);
  const explained = row?.["QUERY PLAN"][0];
  if (!explained) throw new Error("PostgreSQL explained nothing.");
  return explained.Plan;
}

function* walk(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* walk(child);
}

function rowsRead(node: PlanNode): number {
  if (!node["Relation Name"]) return 0;
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return (node["Actual Rows"] + removed) * node["Actual Loops"];
}
