const article = /^(?:[وف])?(?:ال|بال|كال|لل)(?=\p{Script=Arabic}{2})/u;
const articles = ["ال", "وال", "بال", "لل", "و", "ب", "ل"];

/** An Arabic word with other articles and prepositions, and without; a version with its v, and without. */
export function variantsOf(word: string): string[] {
  if (/^v\d/.test(word)) return [word.slice(1)];
  if (/^\d+$/.test(word)) return [`v${word}`];
  if (!/^\p{Script=Arabic}+$/u.test(word)) return [];
  const bare = word.replace(article, "");
  return [bare, ...articles.map((one) => one + bare)].filter((one) => one !== word);
}
