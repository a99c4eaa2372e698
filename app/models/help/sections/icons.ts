/** Those that a section can have. */
export const sectionIcons = ["book", "flag", "user", "wrench", "card", "shield", "chat", "spark"] as const;
