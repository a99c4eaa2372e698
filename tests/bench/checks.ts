import type { Answer } from "./answer";

/** Throws unless a page of the list shows these posts, in this order, to somebody who is signed in or not. */
export function checkList({ status, body }: Answer, expected: number[], isSignedIn: boolean): void {
  const shown = [...body.matchAll(/<h2.*?href="\/posts\/(\d+)/gs)].map(([, number]) => Number(number));
  demand(status === 200 && expected.length > 0, `status ${status}`);
  demand(shown.join() === expected.join(), `it shows the posts ${shown.join()}, not ${expected.join()}`);
  demand(body.includes('action="/sign-out"') === isSignedIn, isSignedIn ? "it is a visitor's" : "it is a member's");
}

/** Throws unless the page of a post is at its address and has so many comments. */
export function checkPost({ status, body }: Answer, path: string, comments: number): void {
  const shown = body.match(/ id="comment-/g)?.length ?? 0;
  demand(status === 200, `status ${status}`);
  const [, canonical = ""] = /rel="canonical" href="(.*?)"/.exec(body) ?? [];
  demand(canonical.endsWith(path), `it is the page ${canonical}, not ${path}`);
  demand(shown === comments, `it shows ${shown} comments, not ${comments}`);
}

export function checkVote({ status, body }: Answer): void {
  demand(status === 200 && JSON.parse(body).voted === true, `status ${status}, ${body}`);
}

function demand(isRight: boolean, sentence: string): void {
  if (!isRight) throw new Error(`The first answer is wrong: ${sentence}.`);
}
