import { renderInJob } from "../../core/text/markdown.server";
import { NotRestorable } from "./not-restorable";
import type { ExportedTable } from "./tables.server";

const html = "_html";

/** The one thread that renders has work while its last result travels. */
const rendersAtOnce = 3;

/**
 * Rows of an archive with the HTML that this portal makes of their Markdown. What the archive has for HTML is never
 * shown to anybody: whoever can write a file could write scripts and redirections into it. Everything else stays as it is worded, so
 * that nothing is rounded. Throws `NotRestorable` for a line that is no row.
 */
export async function renderRows({ columns }: ExportedTable, path: string, lines: string[]): Promise<string[]> {
  const names = columns.filter((column) => column.endsWith(html)).map((column) => column.slice(0, -html.length));
  if (names.length === 0) return lines;
  const isVersioned = columns.includes("html_version");
  const rendered: string[] = [];
  for (let i = 0; i < lines.length; i += rendersAtOnce) {
    const some = lines.slice(i, i + rendersAtOnce).map((line) => renderRow(line, { names, isVersioned, path }));
    rendered.push(...(await Promise.all(some)));
  }
  return rendered;
}

async function renderRow(
  line: string,
  { names, isVersioned, path }: { names: string[]; isVersioned: boolean; path: string },
): Promise<string> {
  const row = parseRow(line, path);
  const own: Record<string, unknown> = {};
  const versions: number[] = [];
  for (const name of names) {
    const { html: made, version } = await renderInJob(String(row[`${name}_markdown`] ?? ""), "restore");
    own[name + html] = made;
    versions.push(version);
  }
  if (isVersioned) own.html_version = Math.min(...versions);
  // Of two values under one name, the database takes the last, as JSON.parse does.
  return `${line.trimEnd().slice(0, -1)},${JSON.stringify(own).slice(1)}`;
}

function parseRow(line: string, path: string): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  } catch {
    // Said below, as any other line that is no row.
  }
  throw new NotRestorable({ code: "damaged", path });
}
