import { closeSync, openSync, writeSync } from "node:fs";
import type { Refusal } from "~/models/admin/imports/survey";
import { number, rowFault } from "./labels";

const mostShown = 50;

/**
 * Takes down the rows that are refused: the first few for the screen, and all of them in `file` once there
 * are more than that.
 */
export function refusedRows(file: string) {
  const shown: Refusal[] = [];
  let count = 0;
  let list: number | undefined;
  return {
    add(refusal: Refusal): void {
      count += 1;
      if (shown.length < mostShown) {
        shown.push(refusal);
        return;
      }
      list ??= startList(file, shown);
      writeSync(list, asCsv(refusal));
    },
    /** The report, as lines. */
    finish(): string[] {
      if (list !== undefined) closeSync(list);
      if (count === 0) return [];
      const rows = shown.map(({ line, fault }) => `${number(line).padStart(9)}  ${rowFault(fault)}`);
      const rest = count > shown.length ? [`and ${number(count - shown.length)} more: all of them are in ${file}`] : [];
      return ["Refused", `${"line".padStart(9)}  why`, ...rows, ...rest];
    },
  };
}

function startList(file: string, shown: Refusal[]): number {
  const list = openSync(file, "w");
  writeSync(list, "line,reason\n");
  for (const refusal of shown) writeSync(list, asCsv(refusal));
  return list;
}

function asCsv({ line, fault }: Refusal): string {
  return `${line},"${rowFault(fault).replaceAll('"', '""')}"\n`;
}
