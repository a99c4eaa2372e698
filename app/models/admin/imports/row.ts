import type { ImportedPost } from "./imported-post";
import type { RowFault } from "./row-fault";

/** Something that is imported otherwise than the source has it. */
export type Remark =
  | { code: "statusUnknown"; value: string }
  | { code: "titleCut"; max: number }
  | { code: "noEmailAddress" }
  | { code: "votesUnread"; value: string }
  /** No date, or one that could be two days, such as this one. */
  | { code: "dateUnread"; value: string }
  | { code: "dateTwoWays"; value: string };

export type Reading = { post: ImportedPost; remarks: Remark[] } | { fault: RowFault };

/** What is read from one place of a file; `line` is where it begins, counted from 1. */
export type Row = { line: number } & Reading;
