import { createHash } from "node:crypto";

/** Whether somebody is of the tenth who are shown no suggestions; the same one always is, or never. */
export const isHeldOut = (asker: string): boolean =>
  createHash("sha256").update(asker).digest().readUInt32BE() % 10 === 0;
