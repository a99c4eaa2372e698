import { readFileSync, statSync } from "node:fs";
import path from "node:path";

const ends = ["", ".ts", ".tsx", "/index.ts"];

/** The files of ours that a file of ours imports, whether as values or as types; by their paths below `root`. */
export function importsOf(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const found: string[] = [];
  for (const [, address = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"((?:\.|~\/|#db\/)[^"]*)"/g)) {
    const place = placeOf(file, address);
    const end = ends.find((end) => statSync(path.join(root, place + end), { throwIfNoEntry: false })?.isFile());
    if (end !== undefined) found.push(place + end);
  }
  return found;
}

function placeOf(file: string, address: string): string {
  if (address.startsWith("~/")) return `app/${address.slice(2)}`;
  if (address.startsWith("#db/")) return `db/${address.slice(4)}`;
  return path.posix.join(path.posix.dirname(file), address);
}
