import { readFileSync } from "node:fs";
import path from "node:path";
import { addressesOfRoutes } from "./asked-addresses";
import { importsOf } from "./imports";
import { listFiles, listTestFiles } from "./test-files";

/** The app that tests start has every route, though none is imported by its name. */
const wholeApp = "tests/support/app.ts";
/** Imports from what was changed to a route that it is part of. */
const nearby = 2;
/** Words of paths that say nothing of what a file is about. */
const common = new Set(["app", "tests", "test", "server", "ts", "tsx", "routes", "models", "http", "ui", "staff"]);

/**
 * The test files that what was changed can break, the likeliest first: those that import it, over as few others as
 * possible, those that are called like it, and those that ask for a page or send a form that it is part of.
 */
export function findRelated(changed: string[], root = process.cwd()): string[] {
  const importers = findImporters(root);
  const distances = new Map(changed.map((file) => [file, 0]));
  for (const [file, distance] of distances) {
    for (const importer of importers.get(file) ?? [])
      if (!distances.has(importer)) distances.set(importer, distance + 1);
  }
  const about = new Set(changed.flatMap(wordsOf));
  const near = new Set([...distances].filter(([, distance]) => distance <= nearby).map(([file]) => file));
  const addresses = addressesOfRoutes(root, near);
  const asks = (file: string) => addresses?.test(readFileSync(path.join(root, file), "utf8")) ?? false;
  const rank = (file: string) =>
    (distances.get(file) ?? 0) - new Set(wordsOf(file).filter((word) => about.has(word))).size - (asks(file) ? 2 : 0);
  const related = listTestFiles(root).filter((file) => distances.has(file));
  const ranks = new Map(related.map((file) => [file, rank(file)]));
  return related.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** Who imports each file of ours. */
function findImporters(root: string): Map<string, string[]> {
  const files = ["app", "db", "emails", "fakes", "tests"].flatMap((folder) => listFiles(root, folder));
  const importers = new Map<string, string[]>();
  for (const file of files.filter((file) => /\.(tsx?|js)$/.test(file))) {
    const imported = importsOf(root, file);
    if (file === wholeApp) imported.push(...files.filter((file) => file.startsWith("app/routes/")));
    for (const one of imported) importers.set(one, [...(importers.get(one) ?? []), file]);
  }
  return importers;
}

/** Whether of one or of many. */
const wordsOf = (file: string): string[] =>
  (file.match(/[a-z]+/g) ?? []).filter((word) => !common.has(word)).map((word) => word.replace(/s$/, ""));
