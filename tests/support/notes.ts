import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** What has to be said once more where a long output ends: a test that failed, or passed only when it was repeated. */
export interface Note {
  test: string;
  isFlaky: boolean;
  reasons: string[];
}

/** Keeps it in the file at TEST_NOTES, if somebody wants to know. */
export function note(one: Note): void {
  const file = process.env.TEST_NOTES;
  if (file) appendFileSync(file, `${JSON.stringify(one)}\n`);
}

export function readNotes(file: string): Note[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

export const sayNote = ({ test, isFlaky, reasons }: Note): string =>
  [`  ${isFlaky ? "passed only when repeated" : "failed"}: ${test}`, ...reasons].join("\n");
