/** Why nothing at all can be imported from a file. Put into words where it is shown. */
export type FileFault =
  | { code: "empty" }
  | { code: "brokenHeader" }
  | { code: "noTitle"; header: string[] }
  | { code: "unknownColumn"; column: string; header: string[] }
  | { code: "unknownField"; name: string }
  | { code: "tooMany"; field: "board" | "tags"; max: number };

export class NotUnderstood extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.code);
    this.name = "NotUnderstood";
  }
}
