import type { EngineDocument } from "./search-engine";

/** Signs that stand for nothing, and that no text of ours has when it arrives at the engine. */
export const opening = "\uE0F0";
export const closing = "\uE0F1";

const sentinels = /[\uE0F0\uE0F1]/g;
const highlighted = /\uE0F0([^\uE0F0\uE0F1]*)\uE0F1([\p{L}\p{N}\p{M}]?)/gu;

export function withoutSentinels(document: EngineDocument): EngineDocument {
  const clean = (text: string) => text.replace(sentinels, "");
  return {
    ...document,
    title: clean(document.title),
    body: clean(document.body),
    duplicates: document.duplicates.map(clean),
    comments: document.comments.map(clean),
  };
}

/**
 * The words that the engine has highlighted, and the beginnings of words. No more is taken from what it holds: it may
 * be older than what the database says.
 */
export function matchedWords(formatted: unknown): { words: string[]; beginnings: string[] } {
  const words = new Set<string>();
  const beginnings = new Set<string>();
  for (const text of textsIn(formatted)) {
    for (const [, piece = "", rest] of text.matchAll(highlighted)) (rest ? beginnings : words).add(piece);
  }
  return { words: [...words], beginnings: [...beginnings] };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}
