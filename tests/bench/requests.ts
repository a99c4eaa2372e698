import { sessionCookie } from "~/http/session.server";

export interface Request {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What a scenario sends, as it travels to the process that sends it. */
export type Requests =
  | { kind: "same"; path: string; headers: Record<string, string> }
  | { kind: "votes"; posts: number[]; sessions: string[] };

/**
 * The request number `i` of a scenario. Votes are all different as long as the numbers of posts and of
 * sessions have no common factor.
 */
export function requestAt(requests: Requests, i: number): Request {
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
