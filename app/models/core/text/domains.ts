import { readDomainName } from "./address";

/** The domains in a text, one a line or with commas or spaces between them; undefined where something is none. */
export function readDomains(text: string): string[] | undefined {
  const names = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((name) => name.replace(/^@/, ""))
    .filter((name) => name !== "");
  const domains = new Set<string>();
  for (const name of names) {
    const domain = readDomainName(name);
    if (domain === undefined) return;
    domains.add(domain);
  }
  return [...domains];
}
