const mostMentions = 10;

/** As the renderer marks them, and nobody else can: it takes away every class that a text brings along. */
const marked = /<span class="mention">@([a-zA-Z0-9-]{1,39})<\/span>/g;

/**
 * The handles that a text mentions, `@like-this`, each once and in order. They are taken from its HTML, where the
 * renderer marked them: whoever is told is who stands out on the page, whatever counts as code or as an address.
 */
export function findMentions(html: string): string[] {
  const handles = new Set<string>();
  for (const [, handle = ""] of html.matchAll(marked)) {
    handles.add(handle.toLowerCase());
    if (handles.size === mostMentions) break;
  }
  return [...handles];
}

/** A text with these people mentioned at its beginning. */
export function addMentions(markdown: string, handles: string[]): string {
  if (handles.length === 0) return markdown;
  const beginning = handles.map((handle) => `@${handle}`).join(" ");
  // What begins with a list, a quotation, code or a heading stays one.
  const gap = /^(?:[#>*+-]|\d{1,9}[.)]|```|~~~|\||<| {4}|\t)/.test(markdown) ? "\n\n" : " ";
  return beginning + gap + markdown;
}
