/** Placeholders in the text of a saved reply: the name of whoever wrote what is answered, its title, and so on. */
export const gaps = {
  author: "{{author}}",
  title: "{{title}}",
  number: "{{number}}",
  category: "{{category}}",
} as const;

type Gap = keyof typeof gaps;

/** What a post fills in; a ticket fills in all of them. */
type Filling = Partial<Record<Gap, string>> & Record<"author" | "title", string>;

/** The text with the words of what is answered; other braces stay as they are. */
export function fillIn(text: string, filling: Filling): string {
  return text.replace(/\{\{\s*(author|title|number|category)\s*\}\}/g, (gap, name: Gap) => filling[name] ?? gap);
}
