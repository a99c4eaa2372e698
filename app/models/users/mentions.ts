const mostMentions = 10;

/** The handles that a text mentions, `@like-this`, each once and in order; those in code do not count. */
export function findMentions(markdown: string): string[] {
  const prose = markdown.replace(/(`+)[\s\S]*?\1/g, " ");
  const found = prose.matchAll(/(?<![\w@/.-])@([a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?)(?![\w-]|\.\w)/gi);
  return [...new Set([...found].map((match) => match[1]?.toLowerCase() ?? ""))].slice(0, mostMentions);
}
