/** A text of Fider's as Markdown without pictures, and with names for mentions. */
export const fiderText = (text: string): string =>
  text.replace(/!\[[^\][]{0,1000}\]\(fider-image:[^)\s]{0,1000}\)/g, "🖼").replace(/@\[([^\]\n]{1,100})\]/g, "@$1");
