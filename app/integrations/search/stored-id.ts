import type { EngineSubject } from "./search-engine";

/** What Meilisearch knows a document by, which has one id for all: of a post, the post's own. */
export const storedId = ({ id }: EngineSubject): string => id;

/** What a document is about that Meilisearch knows by this id. */
export const subjectOf = (storedId: string): EngineSubject => ({ kind: "post", id: storedId });
