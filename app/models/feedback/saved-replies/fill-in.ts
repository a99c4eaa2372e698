/** Placeholders in the text of a saved reply: the name of the post's author, and its title. */
export const gaps = { author: "{{author}}", title: "{{title}}" } as const;

/** The text with the post's own author and title; other braces stay as they are. */
export function fillIn(text: string, post: Record<keyof typeof gaps, string>): string {
  return text.replace(/\{\{\s*(author|title)\s*\}\}/g, (_, name: keyof typeof gaps) => post[name]);
}
