import { fields } from "~/models/imports/columns";
import type { FileFault } from "~/models/imports/not-understood";
import type { Remark } from "~/models/imports/row";
import type { RowFault } from "~/models/imports/row-fault";

export const number = (value: number): string => value.toLocaleString("en");

export const quoted = (names: Iterable<string>): string => [...names].map((name) => `“${name}”`).join(", ");

/** “1 row”, “2 rows”. */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Why a file cannot be imported, and what helps. */
export function fileFault(fault: FileFault): string {
  switch (fault.code) {
    case "empty":
      return "There is nothing in this file.";
    case "brokenHeader":
      return "The first line cannot be read: a quotation mark in it is never closed.";
    case "noTitle":
      return `No column is known to hold the titles. The columns are ${quoted(fault.header)}.\nSay which is which: --map "title=${fault.header[0]}"; --map knows ${fields.join(", ")}.`;
    case "unknownColumn":
      return `There is no column “${fault.column}”. The columns are ${quoted(fault.header)}.`;
    case "unknownField":
      return `--map does not know “${fault.name}”. It knows ${fields.join(", ")}.`;
    case "tooMany":
      return `The column for ${fault.field} holds more than ${number(fault.max)} different values. Choose another with --map ${fault.field}=COLUMN, or none with --map ${fault.field}=`;
  }
}

/** Why a row is refused. */
export function rowFault(fault: RowFault): string {
  switch (fault.code) {
    case "noTitle":
      return "it has no title";
    case "bodyTooLarge":
      return `its body is larger than ${number(fault.bytes / 1024)} KB`;
    case "date":
      return `“${fault.value}” is no date that can be read, such as 2023-08-26 06:33:37`;
    case "columnCount":
      return `it has ${counted(fault.found, "column")} and should have ${fault.expected} (it ends in line ${fault.lastLine})`;
    case "openQuote":
      return `a quotation mark is opened and never closed: nothing from here to line ${fault.lastLine} could be read`;
    case "rowTooLarge":
      return `it is longer than ${number(fault.bytes / 1024 / 1024)} MB, so a quotation mark is not closed: nothing from here on could be read`;
  }
}

export function remark(said: Remark): string {
  switch (said.code) {
    case "statusUnknown":
      return `the status “${said.value}” is none of ours: open`;
    case "titleCut":
      return `the title is cut after ${said.max} characters`;
    case "noEmailAddress":
      return "what stands for an e-mail address is none, and left out";
  }
}
