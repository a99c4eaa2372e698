/** Whether a text is one of these templates, or another with other spaces and lines: they make no text of one's own. */
export function saysNoMore(text: string, templates: string[]): boolean {
  const said = withoutSpace(text);
  return said !== "" && templates.some((template) => withoutSpace(template) === said);
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, " ").trim();
