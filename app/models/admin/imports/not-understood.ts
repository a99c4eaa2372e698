/** Why nothing at all can be imported from a file. Put into words where it is shown. */
export type FileFault =
  | { code: "empty" }
  | { code: "brokenHeader" }
  | { code: "noTitle"; header: string[] }
  | { code: "unknownColumn"; column: string; header: string[] }
  | { code: "unknownField"; name: string }
  | { code: "tooMany"; field: "board" | "tags"; max: number }
  | { code: "unknownFormat"; name: string }
  | { code: "unknownEncoding"; name: string }
  | { code: "datesTwoWays"; value: string }
  | { code: "noKnownFormat" }
  | { code: "notThisFormat"; format: string }
  | { code: "zip"; problem: ZipProblem };

/** What is wrong with an archive: too much in it, more than it says, packed suspiciously well, or damaged. */
export type ZipProblem = "tooManyFiles" | "tooLarge" | "ratio" | "damaged";

export class NotUnderstood extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.code);
    this.name = "NotUnderstood";
  }
}
