const longest = 140;
const signs: Record<string, string> = { amp: "&", gt: ">", lt: "<", nbsp: " ", quot: '"' };

/** The beginning of what sanitised HTML says, for the line that mail programs show beside the subject. */
export function previewText(html: string): string {
  const text = html
    .slice(0, 2000)
    .replace(/<[^<>]*>?/g, " ")
    .replace(/&(amp|gt|lt|nbsp|quot);/g, (_, name: string) => signs[name] ?? " ")
    .replace(/\s+/g, " ");
  // By characters, so that none is cut in two.
  return [...text.trim()].slice(0, longest).join("").toWellFormed();
}
