import type { PostKind } from "#db/schema/feedback/posts";
import { plainName } from "./plain-name";

const bugs = new Set(["bug", "bugs", "bugreport", "defect", "error"]);
const questions = new Set(["question", "questions", "support"]);

/** Characters of all labels together. */
const longest = 10_000;

/** What a label says about a post, or several with a comma between them. Whatever it is, it may be an idea. */
export function readKind(label: string): { kind: PostKind; tags: string[] } {
  const names = label.slice(0, longest).split(/[,;|]/).map(plainName);
  if (names.some((name) => bugs.has(name))) return { kind: "bug", tags: [] };
  return { kind: "idea", tags: names.some((name) => questions.has(name)) ? ["question"] : [] };
}
