import { stringify } from "csv-stringify/sync";

export type Cell = string | number | boolean | null | object;

/** Tells spreadsheets that the file is UTF-8. */
const mark = "\uFEFF";

export const csvNote =
  "UTF-8 with a byte order mark, commas, CRLF. Text that begins with = + - @ tab or CR, which a spreadsheet would take for a formula, has an apostrophe before it; the JSON Lines file has the exact values.";

export const csvHeader = (columns: string[]): string => mark + csvLines([columns]);

/** Lines of cells; nobody's text can be taken for a formula. */
export const csvLines = (some: Cell[][]): string =>
  stringify(
    some.map((cells) => cells.map(plainCell)),
    { record_delimiter: "\r\n", escape_formulas: true },
  );

function plainCell(cell: Cell): string | number | null {
  if (cell === null || typeof cell === "number") return cell;
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}
