import type { EngineQuestion } from "./search-engine";
import { closing, opening } from "./sentinels";

/** Changing these takes a rebuild: `npm run search:reindex`. */
export const settings = {
  searchableAttributes: ["title", "tags", "body", "duplicates", "comments"],
  filterableAttributes: ["boardId", "kind", "status", "tagIds"],
  sortableAttributes: ["voteCount"],
  rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness", "voteCount:desc"],
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
