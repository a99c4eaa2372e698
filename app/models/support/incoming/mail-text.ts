/** The most that a ticket takes of a mail; the whole is kept beside it. */
const longest = 50_000;

/**
 * What somebody wrote in a mail, as Markdown that looks the same: each line stays a line, and what is set in by spaces is no
 * code.
 */
export function mailToMarkdown(text: string): string {
  return text
    .slice(0, longest)
    .split("\n")
    .map((line) => line.trim())
    .join("  \n")
    .trim();
}

/** A subject as people know it, without what mail programs have put before it: `Re:`, `AW:`, `[ST-2026-0001]`. */
export function plainSubject(subject: string): string {
  return subject
    .slice(0, 1000)
    .replace(
      /^(?:\s*(?:re|aw|antw|sv|vs|fwd?|wg|rv|tr|رد|回复|答复)\s*(?:\[\d+\])?\s*[:：]|\s*\[ST-\d{4}-\d{4,9}\])+/giu,
      "",
    )
    .trim();
}
