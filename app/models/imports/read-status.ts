import type { PostKind, PostStatus } from "#db/schema/posts";
import { plainName } from "./plain-name";

type Meaning = Record<PostKind, PostStatus>;

const shipped: Meaning = { idea: "shipped", bug: "fixed" };
const declined: Meaning = { idea: "declined", bug: "wont_fix" };
const inProgress: Meaning = { idea: "in_progress", bug: "in_progress" };
const notReproducible: Meaning = { idea: "declined", bug: "not_reproducible" };

/** Every status by its plain name, and where a post goes whose kind has no such status. */
const meanings = new Map<string, Meaning>([
  ["open", { idea: "open", bug: "open" }],
  ["underreview", { idea: "under_review", bug: "open" }],
  ["planned", { idea: "planned", bug: "confirmed" }],
  ["confirmed", { idea: "under_review", bug: "confirmed" }],
  ["inprogress", inProgress],
  ["started", inProgress],
  ["shipped", shipped],
  ["fixed", shipped],
  ["complete", shipped],
  ["completed", shipped],
  ["declined", declined],
  ["wontfix", declined],
  ["closed", declined],
  ["notreproducible", notReproducible],
  ["cantreproduce", notReproducible],
]);

/** The status that a name stands for; undefined when it stands for none of ours. */
export function readStatus(name: string, kind: PostKind): PostStatus | undefined {
  return meanings.get(plainName(name))?.[kind];
}
