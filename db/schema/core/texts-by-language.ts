/** A text that the team has written, in those languages that it has it in. */
export type TextsByLanguage = Partial<Record<string, string>>;
