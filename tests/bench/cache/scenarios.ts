import { and, asc, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { canBeVoted } from "~/models/feedback/posts/lifecycle";
import { everyPost } from "~/models/feedback/posts/list-filter";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { listedPosts } from "~/models/feedback/posts/visible-posts.server";
import { checkList } from "../checks";
import type { Scenario } from "../scenarios";
import type { Targets } from "../targets";

export const every = 100;

/** The list and a post, as they are and in brotli, alone and with votes in between. */
export async function inventScenarios(db: Db, targets: Targets, sessions: string[]): Promise<Scenario[]> {
  const { pinned, posts: first } = await listPosts(db, null, everyPost);
  const shown = [...pinned, ...first];
  const rows = await db
    .select({ number: posts.number, title: posts.title })
    .from(posts)
    .where(and(listedPosts(db, null), inArray(posts.number, [targets.mostVoted.number])))
    .orderBy(asc(posts.number));
  const post = postPath(rows[0] ?? { number: 1, title: "" });
  const anywhere = { posts: targets.forVotes.map(({ number }) => number), sessions };
  const onTheList = { ...anywhere, posts: shown.filter(canBeVoted).map(({ number }) => number) };
  const list = (headers: Record<string, string>) => ({ kind: "pages" as const, paths: ["/"], headers });
  const mixed = (headers: Record<string, string>, path = "/", votes = anywhere) => ({
    ...votes,
    kind: "pageAndVotes" as const,
    path,
    headers,
    looks: false,
  });
  const isList: Scenario["check"] = (response) =>
    checkList(
      response,
      shown.map(({ number }) => number),
      false,
    );
  const isPage: Scenario["check"] = ({ status }) => {
    if (status !== 200) throw new Error(`status ${status}`);
  };
  const brotli = { "Accept-Encoding": "br" };
  const scenarios: Scenario[] = [
    { name: "list", requests: list({}), check: isList },
    { name: "list, brotli", requests: list(brotli), check: isPage },
    { name: "list, 1 % votes", requests: mixed({}), check: isPage },
    { name: "list, brotli, 1 % votes", requests: mixed(brotli), check: isPage },
    { name: "post, brotli, 1 % votes", requests: mixed(brotli, post), check: isPage },
    { name: "list, 1 % votes for what it shows", requests: mixed({}, "/", onTheList), check: isPage },
  ];
  return scenarios.map((scenario) => ({ ...scenario, isCached: true }));
}
