/** Why a portal cannot be restored from a file. Put into words where it is shown. */
export type RestoreFault =
  | { code: "noZip"; message: string }
  | { code: "noManifest" }
  | { code: "otherSchema"; made: number; here: number; appVersion: string }
  | { code: "otherTables"; names: string[] }
  | { code: "unexpectedFile"; path: string }
  | { code: "missingFile"; path: string }
  | { code: "tooLarge"; path: string }
  | { code: "damaged"; path: string }
  | { code: "notEmpty" };

export class NotRestorable extends Error {
  constructor(readonly fault: RestoreFault) {
    super(fault.code);
    this.name = "NotRestorable";
  }
}
