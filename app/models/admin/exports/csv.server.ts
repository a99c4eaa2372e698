import { stringify } from "csv-stringify/sync";

export type Cell = string | number | boolean | null | object;

/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = "\uFEFF";

export const csvNote =
  "UTF-8 with a byte order mark, commas, CRLF. Text that begins with = + - @ tab or CR, which a spreadsheet would take for a formula, has an apostrophe before it, and one more where it began with such an apostrophe; the JSON Lines file has the exact values.";

export const csvHeader = (columns: string[]): string => byteOrderMark + csvLines([columns]);

/**
 * Lines of cells; nobody's text can be taken for a formula. Quoted is what RFC 4180 wants quoted and more: the library knows
 * only its own record delimiter, so that a lone line feed or carriage return would tear a row apart, and some readers
 * trim spaces that stand bare.
 */
export const csvLines = (some: Cell[][]): string =>
  stringify(
    some.map((cells) => cells.map(plainCell)),
    { record_delimiter: "\r\n", escape_formulas: true, quoted_match: [/[\r\n\t;|]/, /^\s|\s$/, /^'/] },
  );

/** What looks as if it had such an apostrophe already gets another, so that taking one away gives the text back. */
const escapedBefore = /^(?='+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/;

function plainCell(cell: Cell): string | number | null {
  if (cell === null || typeof cell === "number") return cell;
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell).replace(escapedBefore, "'");
}
