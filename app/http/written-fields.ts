/** Fields in which people write, however short it is; the names of their labels in the catalogue. */
const texts = ["title", "body", "steps", "expected", "actual", "version", "answer", "description"] as const;

export type TextName = (typeof texts)[number];

export const isTextName = (name: string): name is TextName => (texts as readonly string[]).includes(name);

/** Whether somebody has written this, rather than chosen or pressed it. */
export const isWritten = (name: string, value: string): boolean =>
  value.trim() !== "" && (isTextName(name) || /\s/.test(value) || value.length > 40);
