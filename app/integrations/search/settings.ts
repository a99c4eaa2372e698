import type { EngineQuestion } from "./search-engine";
import { closing, opening } from "./sentinels";

/** Changing these takes a rebuild: `npm run search:reindex`. */
export const settings = {
  searchableAttributes: ["title", "tags", "body", "duplicates", "comments"],
  filterableAttributes: ["boardId", "kind", "status", "tagIds"],
  sortableAttributes: ["voteCount"],
  rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness", "voteCount:desc"],
  // As the database corrects them (app/models/feedback/search/distance.ts).
  typoTolerance: { minWordSizeForTypos: { oneTypo: 6, twoTypos: 8 } },
  pagination: { maxTotalHits: 1000 },
};

export const searchOptions = {
  attributesToRetrieve: ["id", "number", "version"],
  attributesToHighlight: settings.searchableAttributes,
  highlightPreTag: opening,
  highlightPostTag: closing,
  matchingStrategy: "last" as const,
  showRankingScoreDetails: true,
};

/** Every condition has to hold; none of them is a text that somebody typed. */
export function filterOf({ boardIds, kind, statuses, tagId }: EngineQuestion): string[] {
  return [
    `boardId IN [${boardIds.join(", ")}]`,
    ...(kind ? [`kind = ${kind}`] : []),
    ...(statuses ? [`status IN [${statuses.join(", ")}]`] : []),
    ...(tagId ? [`tagIds = ${tagId}`] : []),
  ];
}

/** Each word with all others that any list takes for it. */
export function synonymsOf(lists: string[][]): Record<string, string[]> {
  const others = new Map<string, Set<string>>();
  for (const words of lists) {
    for (const word of words) {
      const known = others.get(word.toLowerCase()) ?? new Set();
      for (const other of words) if (other !== word) known.add(other.toLowerCase());
      others.set(word.toLowerCase(), known);
    }
  }
  return Object.fromEntries([...others].map(([word, some]) => [word, [...some]]));
}
