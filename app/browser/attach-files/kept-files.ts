import type { Sent } from "./send-file";

// What was sent for a text outlives its page: a form may come back with a problem, or be gone back to.

const keyOf = (draft: string): string => `files of ${draft}`;

export function readSent(draft: string): Sent[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(draft)) ?? "[]");
  } catch {
    return [];
  }
}

export function keepSent(draft: string, files: Sent[]): void {
  try {
    sessionStorage.setItem(keyOf(draft), JSON.stringify(files));
  } catch {
    // A browser that keeps nothing only shows less.
  }
}
