import { readDomainName } from "./address";

/** The domains in a text, one a line or with commas or spaces between them; undefined where something is none. */
export function readDomains(text: string): string[] | undefined {
  const names = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((name) => name.replace(/^@/, ""))
    .filter((name) => name !== "");
  const read = names.map((name) => readDomainName(name));
  return read.every((name) => name !== undefined) ? [...new Set(read as string[])] : undefined;
}
