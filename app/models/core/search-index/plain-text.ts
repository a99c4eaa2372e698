const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };

/** To its end, or to the end of everything: what is not closed is looked at once. Attributes may hold `<` and `>`. */
const tag = /<\/?[a-z](?:"[^"]*(?:"|$)|[^">])*(?:>|$)/gi;

/** The text of our own sanitised HTML, without markup. */
export function plainText(html: string): string {
  return html
    .replace(tag, " ")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? " ")
    .replace(/\s+/g, " ")
    .trim();
}
