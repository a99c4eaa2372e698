/** Pictures stay behind, and a mention is a name. */
export const fiderText = (text: string): string =>
  text.replace(/!\[[^\][]{0,1000}\]\(fider-image:[^)\s]{0,1000}\)/g, "🖼").replace(/@\[([^\]\n]{1,100})\]/g, "@$1");
