import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Edge, readEdges } from "./architecture";

/**
 * Writes files that import as is said into a folder of their own, and reads them as our own code is read.
 * @param isWhole whether what is imported is there as well
 */
export async function readPlanted(edges: Edge[], { isWhole = true } = {}): Promise<Edge[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "groundswell-planted-"));
  try {
    await plant(folder, edges, isWhole);
    return await readEdges(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function plant(folder: string, edges: Edge[], isWhole: boolean): Promise<void> {
  await copyFile("tsconfig.json", path.join(folder, "tsconfig.json"));
  for (const one of ["app", "db", "emails", "fakes"]) await mkdir(path.join(folder, one));
  const files = new Map<string, string[]>();
  const linesOf = (file: string) => files.get(file) ?? files.set(file, ["export const planted = 1;"]).get(file) ?? [];
  for (const [i, { from, to, isType }] of edges.entries()) {
    linesOf(from).push(`${isType ? "import type" : "import"} { planted as planted${i} } from "${specifierOf(to)}";`);
    linesOf(from).push(`export ${isType ? `type Used${i} = typeof planted${i}` : `const used${i} = planted${i}`};`);
    if (isWhole && isOurs(to)) linesOf(to);
  }
  for (const [file, lines] of files) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), lines.join("\n"));
  }
}

const isOurs = (file: string): boolean => /^(app|db|fakes)\//.test(file);

/** As our own code writes it. */
const specifierOf = (file: string): string =>
  file
    .replace(/^app\//, "~/")
    .replace(/^db\//, "#db/")
    .replace(/\.tsx?$/, "");
