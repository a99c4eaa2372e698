import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** So many runs are remembered, and a test may be repeated in so many of them before it has to be looked into. */
const runs = 10;
const most = 1;

/**
 * Remembers what was repeated in this run, and returns what was so too often lately: a test that passes now and then
 * only has a cause. The file lies outside of what git keeps; a machine that begins anew has to bring it along, or only
 * what was repeated on both databases of one run is found.
 */
export function rememberRetried(file: string, retried: string[]): string[] {
  const history = [...readHistory(file), retried].slice(-runs);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(history, undefined, 1)}\n`);
  const all = history.flat();
  return [...new Set(retried)].filter((test) => all.filter((one) => one === test).length > most);
}

function readHistory(file: string): string[][] {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return [];
  }
}
