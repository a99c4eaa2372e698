import type { TextsByLanguage } from "#db/schema/core/texts-by-language";

/** What a ticket is about, for comparing: without the questions that forms begin with, which say nothing of it. */
export function ownWords(
  { subject, text }: { subject: string; text: string },
  categories: { templates: TextsByLanguage }[],
): string {
  const asked = new Set(categories.flatMap(({ templates }) => Object.values(templates).flatMap(linesOf)));
  const own = linesOf(text).filter((line) => !asked.has(line));
  return [subject, ...own].join("\n");
}

const linesOf = (text = ""): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
