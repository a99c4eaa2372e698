import { fields } from "~/models/admin/imports/columns";
import type { ActivityKind, Tally } from "~/models/admin/imports/history";
import { type Format, formats } from "~/models/admin/imports/import-file";
import type { FileFault, ZipProblem } from "~/models/admin/imports/not-understood";
import type { Remark } from "~/models/admin/imports/row";
import type { RowFault } from "~/models/admin/imports/row-fault";
import { encodings } from "~/models/core/text/encodings";

export const number = (value: number): string => value.toLocaleString("en");

export const quoted = (names: Iterable<string>): string => [...names].map((name) => `“${name}”`).join(", ");

/** “1 row”, “2 rows”. */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

export const formatNames: Record<Format, string> = {
  csv: "a CSV file with posts",
  canny: "posts of Canny",
  fider: "a backup.zip or posts.csv of Fider",
  github: "issues of GitHub as JSON",
  quackback: "an export of Quackback",
  uservoice: "ideas of UserVoice",
};

const zipProblems: Record<ZipProblem, string> = {
  tooManyFiles: "There are more files in this archive than any backup has.",
  tooLarge: "What is in this archive is larger than we take in.",
  ratio: "This archive unpacks to so much more than its size that it may be a trap, and is not read.",
  damaged: "This archive is damaged: what is in it is not what it says.",
};

const activityNouns: Record<ActivityKind, string> = {
  vote: "vote",
  follow: "follower",
  comment: "comment",
  answer: "official answer",
  merge: "duplicate",
};

/** “3 votes, 1 comment”; nothing where there is none. */
export function tallied(tally: Tally): string {
  const kinds = Object.keys(activityNouns) as ActivityKind[];
  return kinds.flatMap((kind) => (tally[kind] > 0 ? counted(tally[kind], activityNouns[kind]) : [])).join(", ");
}

/** The question to ask where the dates of a file can be read two ways; `value` is one of them. */
export const datesTwoWays = (value: string): string =>
  `Dates such as “${value}” could be two days, and no other says which. Say it with --dates day-first or --dates month-first, or leave them out with --dates leave-out.`;

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
    case "unknownFormat":
      return `There is no format “${fault.name}”. The formats are ${formats.join(", ")}.`;
    case "unknownEncoding":
      return `There is no encoding “${fault.name}”. The encodings are ${encodings.join(", ")}.`;
    case "datesTwoWays":
      return datesTwoWays(fault.value);
    case "noKnownFormat":
      return `This archive is none that we know. Say what it is with --format; the formats are ${formats.join(", ")}.`;
    case "notThisFormat":
      return `This file does not look like ${formatNames[fault.format as Format] ?? fault.format}. Choose another with --format; the formats are ${formats.join(", ")}.`;
    case "zip":
      return zipProblems[fault.problem];
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
    case "columnCount":
      return `it has ${counted(fault.found, "column")} and should have ${fault.expected} (it ends in line ${fault.lastLine})`;
    case "openQuote":
      return `a quotation mark is opened and never closed: nothing from here to line ${fault.lastLine} could be read`;
    case "jsonBroken":
      return "it is no JSON that can be read; in an array, nothing from here on could be";
    case "notAnObject":
      return "it is no object with fields";
    case "noId":
      return "it does not say which post it belongs to";
    case "privateBoard":
      return "it is on a private board, and would be public here";
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
    case "votesUnread":
      return `the number of votes is none and is left out, such as “${said.value}”`;
    case "dateUnread":
      return `the date cannot be read and is left out, such as “${said.value}”`;
    case "dateTwoWays":
      return `the date could be two days and is left out, such as “${said.value}”`;
  }
}

export const noSuchImport = "There is no import of this id that is not undone already.";
