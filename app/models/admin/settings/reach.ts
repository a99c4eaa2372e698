import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { StatusLooks } from "../../core/settings/kinds";
import { isAlwaysOffered, movesFrom } from "../../feedback/posts/lifecycle";
import { kinds } from "../../feedback/posts/list-filter";

/** Statuses to which no moves lead through those that are offered, though posts have to get there. */
export function findOutOfReach(statuses: StatusLooks): PostStatus[] {
  const isOffered = (status: PostStatus) => statuses[status].isOffered;
  const reached = new Set(kinds.flatMap((kind) => [...reachedBy(kind, isOffered)]));
  return (Object.keys(statuses) as PostStatus[]).filter((status) =>
    isOffered(status) ? !reached.has(status) : isAlwaysOffered(status),
  );
}

function reachedBy(kind: PostKind, isOffered: (status: PostStatus) => boolean): Set<PostStatus> {
  const reached = new Set<PostStatus>(["open"]);
  for (const status of reached) for (const next of movesFrom({ kind, status })) if (isOffered(next)) reached.add(next);
  return reached;
}
