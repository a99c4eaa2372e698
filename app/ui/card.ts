/** The looks of a box on the page. */
export const card = "rounded-card border border-line bg-surface shadow-card";
