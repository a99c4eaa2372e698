import type { Post } from "../../../../emails/props";
import { linkedPost, type Shown } from "./show";

export interface Group {
  post: Post;
  items: Shown[];
}

/** News by post, those that moved first, and what happened to each in its order, moves first. */
export function groupNews(all: Shown[], origin: string): Group[] {
  const groups = new Map<string, Group>();
  for (const item of all) {
    const { id } = item.post;
    const group = groups.get(id) ?? { post: linkedPost(item.post, origin), items: [] };
    group.items.push(item);
    groups.set(id, group);
  }
  const movesFirst = (a: boolean, b: boolean) => Number(b) - Number(a);
  const isMove = ({ counts }: Shown) => counts === "moves";
  for (const { items } of groups.values()) items.sort((a, b) => movesFirst(isMove(a), isMove(b)));
  return [...groups.values()].sort((a, b) => movesFirst(a.items.some(isMove), b.items.some(isMove)));
}
