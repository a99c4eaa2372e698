import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import { plainName } from "./plain-name";
import { type Meaning, statusOf, statusWords } from "./status-words";

/** Every word by its plain name, and where a post goes whose kind has no such status. */
const meanings = new Map<string, Record<PostKind, PostStatus>>(
  (Object.entries(statusWords) as [Meaning, string[]][]).flatMap(([meaning, words]) =>
    words.map((word) => [plainName(word), statusOf[meaning]] as const),
  ),
);

/** The status that a name stands for; undefined when it stands for none of ours. */
export function readStatus(name: string, kind: PostKind): PostStatus | undefined {
  return meanings.get(plainName(name))?.[kind];
}
