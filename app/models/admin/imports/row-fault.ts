/** Why a row cannot be imported. Put into words where it is shown. */
export type RowFault =
  | { code: "noTitle" }
  | { code: "bodyTooLarge"; bytes: number }
  | { code: "columnCount"; expected: number; found: number; lastLine: number }
  | { code: "openQuote"; lastLine: number }
  | { code: "rowTooLarge"; bytes: number }
  | { code: "jsonBroken" }
  | { code: "notAnObject" }
  | { code: "noId" }
  | { code: "privateBoard" };
