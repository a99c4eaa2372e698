import { plainText } from "../../core/search-index/plain-text";

/** Characters: a passage that is shorter goes on with the next paragraph. */
const shortest = 300;
const mostPassages = 100;

/** Passages of a plain text: paragraphs that stand apart, short ones together. */
export function passagesOf(body: string): string[] {
  const passages: string[] = [];
  let open = "";
  for (const paragraph of body.split(/\n\s*\n/)) {
    const text = paragraph.trim();
    if (text === "") continue;
    open = open ? `${open}\n${text}` : text;
    if (open.length < shortest) continue;
    passages.push(open);
    open = "";
    if (passages.length === mostPassages) return passages;
  }
  return open ? [...passages, open] : passages;
}

const endOfBlock = /<\/(?:p|h[1-6]|li|pre|tr|blockquote)>/i;

/** The plain text of our own HTML, with an empty line between paragraphs. */
export const paragraphsOf = (html: string): string =>
  html
    .split(endOfBlock)
    .map((block) => plainText(block))
    .filter(Boolean)
    .join("\n\n");
