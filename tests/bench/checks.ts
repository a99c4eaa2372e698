import type { Received } from "./response";

/** Throws unless a page of the list shows these posts, in this order, to somebody who is signed in or not. */
export function checkList({ status, body }: Received, expected: number[], isSignedIn: boolean): void {
  const shown = [...body.matchAll(/<h2.*?href="\/posts\/(\d+)/gs)].map(([, number]) => Number(number));
  demand(status === 200 && expected.length > 0, `status ${status}`);
  demand(shown.join() === expected.join(), `it shows the posts ${shown.join()}, not ${expected.join()}`);
  demand(body.includes('action="/sign-out"') === isSignedIn, isSignedIn ? "it is a visitor's" : "it is a member's");
}

/** Throws unless it is a list, whatever it shows: what others do meanwhile changes that. */
export function checkSomeList({ status, body }: Received, shown: number): void {
  demand(status === 200 && body.split("data-count=").length > shown, `status ${status}`);
}

/** Throws unless the page of a post is at its address and has so many comments. */
export function checkPost({ status, body }: Received, path: string, comments: number): void {
  const shown = body.match(/ id="comment-[\da-f]{8}-/g)?.length ?? 0;
  demand(status === 200, `status ${status}`);
  const [, canonical = ""] = /rel="canonical" href="(.*?)"/.exec(body) ?? [];
  demand(canonical.endsWith(path), `it is the page ${canonical}, not ${path}`);
  demand(shown === comments, `it shows ${shown} comments, not ${comments}`);
}

export function checkVote({ status, body }: Received): void {
  demand(status === 200 && JSON.parse(body).voted === true, `status ${status}, ${body}`);
}

/** Whoever has commented or moved is sent on to the post. */
export function checkDone({ status, headers }: Received, path: string): void {
  demand(status >= 300 && status < 400, `status ${status}`);
  demand(headers.location?.startsWith(path) ?? false, `it leads to ${headers.location}, not ${path}`);
}

export function checkFound({ status, body }: Received): void {
  demand(status === 200 && /<h2.*?href="\/posts\/\d+/s.test(body), `status ${status}, and no post is found`);
}

export function checkSimilar({ status, body }: Received): void {
  demand(status === 200 && typeof JSON.parse(body).html === "string", `status ${status}, ${body}`);
}

function demand(isRight: boolean, sentence: string): void {
  if (!isRight) throw new Error(`The first response is wrong: ${sentence}.`);
}
