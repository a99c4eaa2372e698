import { mention } from "../text/mention.js";

const mostMentions = 10;

/** The handles that a text mentions, `@like-this`, each once and in order; those in code do not count. */
export function findMentions(markdown: string): string[] {
  const prose = markdown.replace(/(`+)[\s\S]*?\1/g, " ");
  const found = prose.matchAll(mention);
  return [...new Set([...found].map((match) => match[1]?.toLowerCase() ?? ""))].slice(0, mostMentions);
}

/** The text with these people mentioned at its beginning, but for those whom it mentions anyway. */
export function addMentions(markdown: string, handles: string[]): string {
  const there = findMentions(markdown);
  const missing = [...new Set(handles)].filter((handle) => !there.includes(handle));
  if (missing.length === 0) return markdown;
  const beginning = missing.map((handle) => `@${handle}`).join(" ");
  // What begins with a list, a quotation or a heading stays one.
  const gap = /^(?:[#>*+-]|\d+[.)]|```|~~~|\|)/.test(markdown) ? "\n\n" : " ";
  return beginning + gap + markdown;
}
