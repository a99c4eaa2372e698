import type { UploadState } from "#db/schema/admin/imports";

/** How far an import is, whether its file was sent or it was begun on the command line. */
const importStates = [
  "arriving",
  "checking",
  "checked",
  "refused",
  "importing",
  "imported",
  "begun",
  "undoing",
  "undone",
] as const satisfies readonly (UploadState | "begun" | "undoing" | "undone")[];

export type ImportState = (typeof importStates)[number];

interface Known {
  /** Of a file that was sent. */
  upload: UploadState | null;
  finishedAt: unknown;
  undoAskedAt: unknown;
  undoneAt: unknown;
}

export function stateOf({ upload, finishedAt, undoAskedAt, undoneAt }: Known): ImportState {
  if (undoneAt) return "undone";
  if (undoAskedAt) return "undoing";
  if (upload && upload !== "imported") return upload;
  // On the command line, where it is under way or has broken off.
  return finishedAt || upload ? "imported" : "begun";
}

/** Whether a page about it should look again by itself. */
export const isMoving = (state: ImportState): boolean =>
  ["arriving", "checking", "importing", "undoing"].includes(state);
