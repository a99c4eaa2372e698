/** Pictures stay behind, and a mention is a name. */
export const fiderText = (text: string): string =>
  text.replace(/!\[[^\]]*\]\(fider-image:[^)]*\)/g, "🖼").replace(/@\[([^\]\n]{1,100})\]/g, "@$1");
