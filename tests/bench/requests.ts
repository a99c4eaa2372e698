import { v7 as uuid } from "uuid";
import type { PostStatus } from "#db/schema/feedback/posts";
import { sessionCookieAt } from "~/http/session-cookie";

export interface Request {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/**
 * What a scenario sends, as it travels to the process that sends it. What is written differs from request to request as
 * long as the numbers of posts and of sessions have no common factor.
 */
export type Requests =
  | { kind: "pages"; paths: string[]; headers: Record<string, string> }
  | { kind: "votes"; posts: number[]; sessions: string[] }
  | { kind: "comments"; posts: number[]; sessions: string[]; text: string }
  | { kind: "moves"; posts: number[]; session: string }
  | { kind: "drafts"; drafts: { title: string; body: string }[]; sessions: string[] }
  /** A page again and again, and now and then a vote; for a post that it shows, unless nobody `looks`. */
  | {
      kind: "pageAndVotes";
      path: string;
      headers: Record<string, string>;
      posts: number[];
      sessions: string[];
      looks: boolean;
    };

/** Where open ideas are moved to, again and again. */
const tour: PostStatus[] = ["under_review", "planned"];

/** The request number `i` of a scenario. */
export function requestAt(requests: Requests, i: number): Request {
  switch (requests.kind) {
    case "pages":
      return { method: "GET", path: nth(requests.paths, i), headers: requests.headers };
    case "pageAndVotes":
      return { method: "GET", path: requests.path, headers: requests.headers };
    case "votes":
      return voteAt(requests, i);
    case "comments":
      return form(`/posts/${nth(requests.posts, i)}/comments`, nth(requests.sessions, i), {
        id: uuid(),
        body: requests.text,
      });
    case "moves": {
      const turn = Math.floor(i / requests.posts.length);
      const from = turn === 0 ? "open" : nth(tour, turn - 1);
      return form(`/posts/${nth(requests.posts, i)}/move`, requests.session, { from, to: nth(tour, turn) });
    }
    case "drafts":
      return form("/posts/similar", nth(requests.sessions, i), nth(requests.drafts, i));
  }
}

export function voteAt({ posts, sessions }: { posts: number[]; sessions: string[] }, i: number): Request {
  return form(`/posts/${nth(posts, i)}/vote`, nth(sessions, i), { vote: "on" });
}

function form(path: string, session: string, fields: Record<string, string>): Request {
  return {
    method: "POST",
    path,
    headers: {
      ...signedIn(session),
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields).toString(),
  };
}

export function nth<Item>(items: Item[], i: number): Item {
  const item = items[i % items.length];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

export const signedIn = (session: string): Record<string, string> => ({
  Cookie: `${sessionCookieAt(undefined)}=${session}`,
});
