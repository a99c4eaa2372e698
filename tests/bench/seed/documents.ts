import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";

/** Something that somebody wrote. */
export interface Document {
  title: string;
  body: string;
}

const reports = process.env.BENCH_TEXTS ?? "../shared/data/issues.csv";

/**
 * What the posts are made of: texts of people, with all their rare words. Reports from a table with the columns
 * `title` and `body`; where there is none, what the libraries that we use say about themselves.
 */
export function readDocuments(): { source: string; documents: Document[] } {
  if (!existsSync(reports)) return { source: "what the libraries in use say of themselves", documents: readReadmes() };
  const documents: Document[] = parse(readFileSync(reports), { columns: true, relax_column_count: true });
  return { source: `${documents.length} reports of open-source projects`, documents };
}

function readReadmes(): Document[] {
  const files = readdirSync("node_modules").map((name) => path.join("node_modules", name, "README.md"));
  return files.filter(existsSync).flatMap((file) => {
    const sections = readFileSync(file, "utf8").split(/^#+ +/m).slice(1);
    return sections.map((section) => {
      const [title = "", ...lines] = section.split("\n");
      return { title, body: lines.join("\n") };
    });
  });
}
