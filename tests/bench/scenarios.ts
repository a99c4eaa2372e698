import type { Sql } from "postgres";
import type { Db } from "#db/client.server";
import { findPost } from "~/models/posts/find-post.server";
import { everyPost, type ListFilter, listAddress, sorts } from "~/models/posts/list-filter";
import { listPosts, pageLength } from "~/models/posts/list-posts.server";
import { postPath } from "~/models/posts/post-path";
import { findTimeline } from "~/models/timeline/timeline.server";
import type { Answer } from "./answer";
import { checkList, checkPost, checkVote } from "./checks";
import { placeAt } from "./plans/place-at";
import { type Requests, signedIn } from "./requests";
import { boardsBySize, tags } from "./seed/portal";
import type { People } from "./sign-people-in";
import type { Targets } from "./targets";

export interface Scenario {
  name: string;
  requests: Requests;
  /** Throws unless the answer to the first request is what it should be. */
  check(answer: Answer): void;
}

const deepPage = 500;

/** What is measured, in the order of the results. */
export async function inventScenarios(sql: Sql, db: Db, people: People, targets: Targets): Promise<Scenario[]> {
  const deep = await placeAt(sql, everyPost, (deepPage - 1) * pageLength);
  const orders = sorts.map((sort) => list(db, `list, ${sort}`, { sort }));
  return Promise.all([
    ...orders,
    list(db, "list, one board", { board: boardsBySize[1] }),
    list(db, "list, one tag", { tag: tags[4] }),
    list(db, `list, page ${deepPage}`, { after: deep }),
    list(db, "list, signed in", {}, people),
    postPage(db, "post page", targets.usual),
    postPage(db, "post page, 300 comments", targets.mostDiscussed),
    {
      name: "vote",
      requests: { kind: "votes", posts: targets.forVotes, sessions: people.newcomers },
      check: checkVote,
    },
  ]);
}

/** A page of the list, for visitors unless somebody is `signedInAs`. */
async function list(db: Db, name: string, change: Partial<ListFilter>, signedInAs?: People): Promise<Scenario> {
  const filter = { ...everyPost, ...change };
  const { pinned, posts } = await listPosts(db, signedInAs?.member ?? null, filter);
  const expected = [...pinned, ...posts].map(({ number }) => number);
  const headers: Record<string, string> = signedInAs ? signedIn(signedInAs.memberSession) : {};
  return {
    name,
    requests: { kind: "same", path: listAddress(filter, change), headers },
    check: (answer) => checkList(answer, expected, signedInAs !== undefined),
  };
}

async function postPage(db: Db, name: string, number: number): Promise<Scenario> {
  const post = await findPost(db, null, number);
  if (!post) throw new Error(`There is no post ${number}.`);
  const { entries } = await findTimeline(db, null, { postId: post.id, duplicates: [] });
  const comments = entries.reduce((sum, entry) => sum + (entry.type === "comment" ? 1 + entry.replies.length : 0), 0);
  const path = postPath(post);
  return {
    name,
    requests: { kind: "same", path, headers: {} },
    check: (answer) => checkPost(answer, path, comments),
  };
}
