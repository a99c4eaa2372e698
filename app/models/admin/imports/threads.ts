/** Which comments reply to which, and which only the team saw: a few bytes for each of those. */
export interface Threads {
  parents: Map<string, string>;
  hidden: Set<string>;
}

/** The deepest conversation; replies that go in a circle end here, too. */
const deepest = 1000;

/** The comment that a conversation begins with. Sources name replies before it as often as after it. */
export function rootOf({ parents }: Threads, id: string): string {
  let root = id;
  for (let depth = 0; depth < deepest; depth += 1) {
    const parent = parents.get(root);
    if (!parent) break;
    root = parent;
  }
  return root;
}

/** Whether only the team saw a comment, or any that it replies to. */
export function isHidden({ parents, hidden }: Threads, id: string): boolean {
  let one: string | undefined = id;
  for (let depth = 0; one && depth < deepest; depth += 1) {
    if (hidden.has(one)) return true;
    one = parents.get(one);
  }
  return false;
}
