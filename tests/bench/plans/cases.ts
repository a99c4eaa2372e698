import type { Sql } from "postgres";
import type { Db } from "#db/client.server";
import type { Viewer } from "~/models/core/users/viewer";
import { listDuplicates } from "~/models/feedback/posts/duplicates.server";
import { findOfficialAnswer, findPost } from "~/models/feedback/posts/find-post.server";
import { everyPost, type ListFilter, sorts } from "~/models/feedback/posts/list-filter";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { findTimeline } from "~/models/feedback/timeline/timeline.server";
import { boardsBySize, hiddenBoard, tags } from "../seed/portal";
import type { Size } from "../seed/size";
import { placeAt } from "./place-at";

/** A question that the app asks the database, by its name in the results. */
export interface Case {
  name: string;
  ask(db: Db): Promise<unknown>;
  /** The run fails where a plan has faults; the others are there to be looked at. */
  isJudged: boolean;
}

/** How far down the list is looked at: half of the posts are live and for everybody. */
const depthsOf = ({ posts }: Size): number[] => [0, 1000, posts * 0.4];

/** Every order of the list at its beginning and far down, and what filters do to it. */
export async function listCases(sql: Sql, size: Size, member: Viewer): Promise<Case[]> {
  const list = (name: string, filter: Partial<ListFilter>, viewer: Viewer = null): Case => ({
    name: `list, ${name}`,
    ask: (db) => listPosts(db, viewer, { ...everyPost, ...filter }),
    isJudged: true,
  });
  const orders: Case[] = [];
  for (const sort of sorts) {
    for (const depth of depthsOf(size)) {
      const after = await placeAt(sql, { ...everyPost, sort }, depth);
      orders.push(list(depth ? `${sort}, after ${depth}` : sort, { sort, after }));
    }
  }
  const [big, small] = [boardsBySize[0], boardsBySize.at(-1)];
  const [common, rare] = [tags[0], tags.at(-1)];
  return [
    ...orders,
    list("signed in", {}, member),
    list("biggest board", { board: big }),
    list("smallest board", { board: small }),
    list("smallest board, top", { board: small, sort: "top" }),
    list("a board nobody may see", { board: hiddenBoard }),
    list("commonest tag", { tag: common }),
    list("commonest tag, top", { tag: common, sort: "top" }),
    list("rarest tag", { tag: rare }),
    list("rarest tag, new", { tag: rare, sort: "new" }),
    list("rarest tag on the smallest board", { tag: rare, board: small }),
    list("bugs", { kind: "bug" }),
    list("done", { status: "done" }),
    list("bugs in progress", { kind: "bug", status: "in_progress" }),
    list("every status", { status: "all" }),
  ];
}

/** What the page of a post asks. */
export function pageCase(name: string, number: number): Case {
  const ask = async (db: Db) => {
    const post = await findPost(db, null, number);
    if (!post) throw new Error(`There is no post ${number}.`);
    await findOfficialAnswer(db, post.id);
    const duplicates = await listDuplicates(db, null, post.id);
    await findTimeline(db, null, { postId: post.id, duplicates });
  };
  return { name: `post page, ${name}`, ask, isJudged: false };
}
