import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What a patch adds to each file of its package. */
function additions(patch: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of patch.split("\n")) {
    const [, file] = /^\+\+\+ b\/(.+)$/.exec(line) ?? [];
    if (file) files.set(file, (lines = []));
    else if (line.startsWith("+") && line.trim().length > 1) lines.push(line.slice(1));
  }
  return files;
}

test.each(readdirSync("patches"))("%s is in what is installed", (name) => {
  const files = additions(readFileSync(`patches/${name}`, "utf8"));
  expect(files.size).toBeGreaterThan(0);
  for (const [file, lines] of files) {
    const installed = new Set(readFileSync(file, "utf8").split("\n"));
    expect(lines.filter((line) => !installed.has(line))).toEqual([]);
  }
});
