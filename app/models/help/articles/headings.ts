/** A heading of an article, to which its table of contents leads. */
export interface Heading {
  id: string;
  level: number;
  text: string;
}

/** Texts stand in pages that have headings of their own, so that our renderer writes `##` as the fourth; an article is its page. */
const risen = 2;
const heading = /<h([3-6])>([\s\S]*?)<\/h\1>/g;

/**
 * The HTML of an article, as our renderer writes it, with the levels that its author wrote and an id at each heading; and the headings.
 * An id is a number: links to it hold while the words of a heading change, and nobody's words become part of an address.
 */
export function withHeadings(html: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const named = html.replace(heading, (_, written: string, inner: string) => {
    const level = Math.max(2, Number(written) - risen);
    const id = `part-${headings.length + 1}`;
    headings.push({ id, level, text: inner.replace(/<[^>]*>/g, "").trim() });
    return `<h${level} id="${id}">${inner}</h${level}>`;
  });
  return { html: named, headings: headings.filter(({ text }) => text !== "") };
}
