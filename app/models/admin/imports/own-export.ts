import { plainName } from "./plain-name";

/** What no other table has: our bug reports for a spreadsheet, and the posts of a whole export. */
const bugReports = ["reported_at", "moved_at", "duplicate_of", "steps", "expected", "actual"];
const posts = ["board_id", "body_markdown", "html_version"];

/** How cells of a CSV file are read that this portal, or another of its kind, has written. */
export interface OwnExport {
  /** What all posts are, where no column says so. */
  kind?: string;
  /** Without the apostrophe that keeps spreadsheets from taking a text for a formula. */
  plain: (cell: string) => string;
}

const plain = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/, "");

/** Whether a header is one of ours. Elsewhere an apostrophe is what somebody wrote. */
export function ownExport(header: string[]): OwnExport | undefined {
  const names = new Set(header.map(plainName));
  const has = (columns: string[]) => columns.every((column) => names.has(plainName(column)));
  if (has(bugReports)) return { kind: "bug", plain };
  return has(posts) ? { plain } : undefined;
}
