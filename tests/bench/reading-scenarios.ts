import type { Sql } from "postgres";
import type { Db } from "#db/client.server";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { everyPost, type ListFilter, listAddress, sorts } from "~/models/feedback/posts/list-filter";
import { listPosts, pageLength } from "~/models/feedback/posts/list-posts.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { findTimeline } from "~/models/feedback/timeline/timeline.server";
import { checkList, checkPost } from "./checks";
import { capture } from "./plans/capture";
import { pageCase } from "./plans/cases";
import { placeAt } from "./plans/place-at";
import { signedIn } from "./requests";
import type { Scenario } from "./scenarios";
import { boardsBySize, tags } from "./seed/portal";
import type { Size } from "./seed/size";
import type { People } from "./sign-people-in";
import type { Target, Targets } from "./targets";

export interface Stock {
  sql: Sql;
  db: Db;
  size: Size;
  people: People;
  targets: Targets;
}

/** Half of the posts are in the list as everybody sees it; that far down, and no further than anybody would go. */
const deepPage = ({ posts }: Size) => Math.min(500, posts / pageLength / 2);

/** Pages of visitors and of members, all of which the app makes anew. */
export async function readingScenarios(stock: Stock): Promise<Scenario[]> {
  const { sql, size, targets } = stock;
  const page = deepPage(size);
  const after = await placeAt(sql, everyPost, (page - 1) * pageLength);
  const scenarios: Scenario[] = [];
  for (const sort of sorts) scenarios.push(await list(stock, `list, ${sort}`, { sort }));
  scenarios.push(
    await list(stock, "list, one board", { board: boardsBySize[1] }),
    await list(stock, "list, one tag", { tag: tags[4] }),
    await list(stock, "list, bugs in progress", { kind: "bug", status: "in_progress" }),
    await list(stock, `list, page ${page}`, { after }),
    await list(stock, "list, signed in", {}, true),
    await postPage(stock, "post page", targets.usual),
    await postPage(stock, "post page, signed in", targets.usual, true),
    await postPage(stock, "post page, 300 comments", [targets.mostDiscussed]),
  );
  return scenarios;
}

/** A page of the list, for visitors unless somebody is signed in. */
export async function list(
  stock: Stock,
  name: string,
  change: Partial<ListFilter>,
  isMember = false,
): Promise<Scenario> {
  const { sql, db, people } = stock;
  const viewer = isMember ? people.member : null;
  const filter = { ...everyPost, ...change };
  const { pinned, posts } = await listPosts(db, viewer, filter);
  const expected = [...pinned, ...posts].map(({ number }) => number);
  const queries = await capture(sql, (db) => listPosts(db, viewer, filter));
  return {
    name,
    requests: { kind: "pages", paths: [listAddress(filter, change)], headers: headersOf(stock, isMember) },
    check: (response) => checkList(response, expected, isMember),
    bare: { kind: "pages", pages: [queries] },
    json: isMember ? undefined : queries,
  };
}

async function postPage(stock: Stock, name: string, targets: Target[], isMember = false): Promise<Scenario> {
  const { sql, db, people } = stock;
  const viewer = isMember ? people.member : null;
  const found = await Promise.all(targets.map(({ number }) => findPost(db, viewer, number)));
  const posts = found.filter((post) => post !== undefined);
  const paths = posts.map(postPath);
  const { items } = await findTimeline(db, viewer, { postId: posts[0]?.id ?? "", duplicates: [] });
  const comments = items.reduce((sum, item) => sum + (item.type === "comment" ? 1 + item.replies.length : 0), 0);
  return {
    name,
    requests: { kind: "pages", paths, headers: headersOf(stock, isMember) },
    check: (response) => checkPost(response, paths[0] ?? "", comments),
    bare: {
      kind: "pages",
      pages: await Promise.all(targets.slice(0, 20).map(({ number }) => capture(sql, pageCase("", number).ask))),
    },
  };
}

const headersOf = ({ people }: Stock, isMember: boolean): Record<string, string> =>
  isMember ? signedIn(people.memberSession) : {};
