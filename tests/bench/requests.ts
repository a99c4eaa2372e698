import { sessionCookie } from "~/http/session.server";

export interface Request {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
}

interface Reads {
  kind: "same";
  path: string;
  headers: Record<string, string>;
}

interface Votes {
  kind: "votes";
  posts: number[];
  sessions: string[];
}

/** What a scenario sends, as it travels to the process that sends it; `mixed` has a vote after so many reads. */
export type Requests = Reads | Votes | { kind: "mixed"; reads: Reads; votes: Votes; every: number };

/**
 * The request number `i` of a scenario. Votes are all different as long as the numbers of posts and of
 * sessions have no common factor.
 */
export function requestAt(requests: Requests, i: number): Request {
  if (requests.kind === "mixed") {
    const { reads, votes, every } = requests;
    return i % every === every - 1 ? requestAt(votes, (i + 1) / every) : requestAt(reads, i);
  }
  if (requests.kind === "same") return { method: "GET", path: requests.path, headers: requests.headers };
  const { posts, sessions } = requests;
  return {
    method: "POST",
    path: `/posts/${posts[i % posts.length]}/vote`,
    headers: {
      ...signedIn(sessions[i % sessions.length] ?? ""),
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: "vote=on",
  };
}

export const signedIn = (session: string): Record<string, string> => ({ Cookie: `${sessionCookie}=${session}` });
