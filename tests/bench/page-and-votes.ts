import type autocannon from "autocannon";
import { nth, type Requests, requestAt, voteAt } from "./requests";

/** One request in so many is a vote. */
const cycle = 100;

/** What a connection remembers from its vote to its next look at the page. */
interface Memory {
  number?: number;
  voteCount?: number;
}

/**
 * What each connection sends, over and over: the page, and once in a cycle a vote, after which the page has to show
 * it. They take turns, so that not all of them vote at once.
 */
export function pageAndVotes(requests: Extract<Requests, { kind: "pageAndVotes" }>, from: number) {
  const seen = { checked: 0, unseen: 0 };
  let votes = from;
  const page: autocannon.Request = requestAt(requests, 0);
  const vote: autocannon.Request = {
    setupRequest(request, context) {
      const i = votes++;
      (context as Memory).number = nth(requests.posts, i);
      return { ...request, ...voteAt(requests, i) };
    },
    onResponse(_status, body, context) {
      (context as Memory).voteCount = JSON.parse(body).voteCount;
    },
  };
  const look: autocannon.Request = {
    ...page,
    onResponse(_status, body, context) {
      const { number, voteCount } = context as Memory;
      seen.checked++;
      if (number === undefined || voteCount === undefined || !(shownVotes(body, number) >= voteCount)) seen.unseen++;
    },
  };
  const ofConnection = (k: number) => {
    const before = 1 + ((k * 37) % (cycle - 2));
    return [...Array(before).fill(page), vote, requests.looks ? look : page, ...Array(cycle - 2 - before).fill(page)];
  };
  return { seen, ofConnection };
}

/** NaN where the page does not show the post. */
function shownVotes(body: string, number: number): number {
  const at = body.indexOf(`action="/posts/${number}/vote"`);
  const [, count] = /data-count="(\d+)"/.exec(at < 0 ? "" : body.slice(at, at + 2000)) ?? [];
  return Number(count ?? Number.NaN);
}
