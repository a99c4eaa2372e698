import type { Bundle } from "./bundle.server";
import { readCannyItems } from "./canny-items.server";
import { objectOf, textOf } from "./json-fields";
import { plainName } from "./plain-name";
import { readDate } from "./read-date";
import type { Threads } from "./threads";

type Fields = Record<string, unknown>;

/** What has to be known before anything comes, in whichever order it stands: a few bytes for each. */
export interface CannyTables {
  /** The statuses of posts that come, by their ids. */
  posts: Map<string, string>;
  /** How many people are known to have voted for each post. */
  votes: Map<string, number>;
  /** The change of status whose words are the official answer of each post. */
  answers: Map<string, { id: string; at: number }>;
  threads: Threads;
}

export async function readCannyTables(bundle: Bundle): Promise<CannyTables> {
  const tables: CannyTables = {
    posts: new Map(),
    votes: new Map(),
    answers: new Map(),
    threads: { parents: new Map(), hidden: new Set() },
  };
  const changes = new Map<string, { id: string; at: number }>();
  for await (const item of readCannyItems(bundle)) {
    if ("fault" in item) continue;
    const { kind, value } = item;
    if (kind === "post") notePost(tables, value);
    else if (kind === "comment") noteComment(tables, value);
    else if (kind === "vote") noteVote(tables, value);
    else noteChange(changes, value);
  }
  // Words of an earlier status would read as if they were said of this one.
  for (const [key, change] of changes) {
    const [post = "", status] = JSON.parse(key) as string[];
    if (tables.posts.get(post) === status) tables.answers.set(post, change);
  }
  return tables;
}

/** Whether a post was for everybody to see. */
export const isPublic = (post: Fields): boolean => objectOf(post.board).isPrivate !== true;

export const postIdOf = (item: Fields): string => textOf(objectOf(item.post).id);

/** Posts that were merged into this one: they are nowhere else. */
export function mergedInto(post: Fields): { post: Fields; at?: Date }[] {
  const history = Array.isArray(post.mergeHistory) ? post.mergeHistory.map(objectOf) : [];
  return history.map((merge) => ({ post: objectOf(merge.post), at: readDate(textOf(merge.created)) }));
}

function notePost(tables: CannyTables, post: Fields): void {
  const id = textOf(post.id);
  if (!id || !isPublic(post)) return;
  tables.posts.set(id, plainName(textOf(post.status)));
}

function noteComment({ threads }: CannyTables, comment: Fields): void {
  const parent = textOf(comment.parentID);
  if (parent) threads.parents.set(textOf(comment.id), parent);
  if (comment.internal === true || comment.private === true) threads.hidden.add(textOf(comment.id));
}

function noteVote({ votes }: CannyTables, vote: Fields): void {
  const { name, email } = objectOf(vote.voter);
  if (name || email) votes.set(postIdOf(vote), (votes.get(postIdOf(vote)) ?? 0) + 1);
}

function noteChange(changes: Map<string, { id: string; at: number }>, change: Fields): void {
  if (!textOf(objectOf(change.changeComment).value).trim()) return;
  const key = JSON.stringify([postIdOf(change), plainName(textOf(change.status))]);
  const at = readDate(textOf(change.created))?.getTime() ?? 0;
  if (at >= (changes.get(key)?.at ?? 0)) changes.set(key, { id: textOf(change.id), at });
}
