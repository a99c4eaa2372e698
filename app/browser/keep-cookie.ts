const year = 31_536_000;

/** Keeps a choice for the pages to come, as a form of ours would have had it kept. */
export function keepCookie(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax${secure}`;
}
