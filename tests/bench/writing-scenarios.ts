import { everyPost } from "~/models/feedback/posts/list-filter";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { checkDone, checkSomeList, checkVote } from "./checks";
import { list, type Stock } from "./reading-scenarios";
import type { Scenario } from "./scenarios";
import type { Target } from "./targets";

const text = "The same here: **every** week somebody asks me, and I have no answer. It is `E_TIMEOUT` with us, too.";

export async function writingScenarios(stock: Stock): Promise<Scenario[]> {
  const { people, targets } = stock;
  const sessions = people.newcomers;
  const users = people.strangers;
  const first = (some: Target[]) => `/posts/${some[0]?.number}`;
  return [
    {
      name: "vote",
      requests: { kind: "votes", posts: numbers(targets.forVotes), sessions },
      check: checkVote,
      bare: { kind: "votes", posts: ids(targets.forBareVotes), users },
      writes: "votes",
    },
    {
      name: "comment",
      requests: { kind: "comments", posts: numbers(targets.forVotes), sessions, text },
      check: (response) => checkDone(response, first(targets.forVotes)),
      bare: { kind: "comments", posts: ids(targets.forBareVotes), users, text },
      writes: "comments",
    },
    {
      name: "move",
      requests: { kind: "moves", posts: numbers(targets.forMoves), session: people.maintainerSession },
      check: (response) => checkDone(response, first(targets.forMoves)),
      bare: { kind: "moves", posts: ids(targets.forBareMoves), users },
      writes: "moves",
    },
    {
      ...(await list(stock, "list, while all vote for one post", { sort: "new" })),
      json: undefined,
      background: { kind: "votes", posts: [targets.mostVoted.number], sessions },
    },
  ];
}

/** As many as share no factor with the number of people who vote. */
const votedOnPage = 19;

/** A page that the app has at hand, until somebody changes what it shows. */
export async function cachedScenario(stock: Stock): Promise<Scenario> {
  const { posts } = await listPosts(stock.db, null, everyPost);
  const shown = posts.slice(0, votedOnPage).map(({ number }) => number);
  return {
    ...(await list(stock, "list with cache, 1 % votes", {})),
    isCached: true,
    check: (response) => checkSomeList(response, votedOnPage),
    bare: undefined,
    json: undefined,
    requests: {
      kind: "pageAndVotes",
      path: "/",
      headers: {},
      posts: shown,
      sessions: stock.people.newcomers,
      looks: true,
    },
  };
}

const numbers = (some: Target[]): number[] => some.map(({ number }) => number);
const ids = (some: Target[]): string[] => some.map(({ id }) => id);
