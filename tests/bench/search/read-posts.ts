import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stories } from "~/cli/demo/stories";
import { limits } from "~/models/feedback/posts/limits";
import { meantPosts } from "./other-words";
import { ownPosts } from "./own-posts";

export interface BenchPost {
  /** `demo`, `own`, or the repository of a report with the beginning of its hash. */
  key: string;
  title: string;
  body: string;
}

const mostBody = 4000;

/** The posts of the demo, and those of our own. */
export function readOwnPosts(): BenchPost[] {
  const demo = Object.values(stories)
    .flat()
    .map(({ title, body }) => ({ key: `demo ${title}`, title, body: [body ?? ""].flat().join("\n\n") }));
  const own = ownPosts.map(({ title, body }) => ({ key: `own ${title}`, title, body }));
  return [...demo, ...own, ...meantPosts];
}

/** The reports of a file: some are asked for, and all are in the way. */
export function readReports(file: string): BenchPost[] {
  if (!existsSync(file)) throw new Error(`${file} is not there: name a file of reports with --issues.`);
  const rows: Record<string, string>[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
    relax_column_count: true,
  });
  return rows.map(({ repo = "", title = "", body = "" }) => {
    const hash = createHash("sha256").update(`${title}\n${body}`).digest("hex").slice(0, 12);
    const short = title.replaceAll("\0", "").slice(0, limits.editedTitle.max);
    return { key: `${repo} ${hash}`, title: short, body: body.replaceAll("\0", "").slice(0, mostBody) };
  });
}
