import { parse } from "cookie";
import { DomainError } from "~/models/core/domain-error";
import { findKeptForm } from "~/models/core/sign-in/kept-forms.server";
import { readNumber } from "~/models/core/text/values";
import type { User } from "~/models/core/users/viewer";
import { asViewer } from "~/models/feedback/boards/as-viewer.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { readAsker } from "./asker.server";
import { safePath } from "./paths.server";
import { doneAt } from "./respond.server";
import { takeTurnsAtVoting } from "./turns.server";
import type { Visit } from "./visit.server";

const cookie = "vote-after-sign-in";
const quarterHour = 15 * 60;

/** Remembers which post a visitor wanted to vote for, for when they have signed in. */
export function rememberVote(visit: Visit, number: number): void {
  visit.outgoing.setCookie(cookie, String(number), { maxAge: quarterHour });
}

interface Arrival {
  request: Request;
  context: Visit;
  user: User;
  next: string | null | undefined;
  /** What whoever has no name yet is called elsewhere. */
  suggested?: string | null;
}

/** Where somebody who has just signed in goes: to choose a name, or on to what they came for. */
export async function proceed({ request, context, user, next, suggested }: Arrival): Promise<Response> {
  const path = (await hasKeptForm(request, context)) ? "/kept" : safePath(next);
  if (!user.name) {
    const search = new URLSearchParams({ next: path, ...(suggested && { name: suggested }) });
    return doneAt(`/sign-in/name?${search}`, context);
  }
  const wanted = readNumber(parse(request.headers.get("Cookie") ?? "")[cookie]);
  if (wanted === undefined) return doneAt(path, context, "done.signedIn", { name: user.name });
  context.outgoing.setCookie(cookie, "", { maxAge: 0 });
  const voted = await voteIfPossible(context, user, wanted);
  return doneAt(path, context, voted ? "done.signedInAndVoted" : "done.signedIn", { name: user.name });
}

/** Whether a form is kept that was sent before its sender was asked to sign in: it goes first. */
async function hasKeptForm(request: Request, { db }: Visit): Promise<boolean> {
  const asker = readAsker(request);
  return asker !== undefined && (await findKeptForm(db, asker)) !== undefined;
}

/** The post may be gone or closed by now; that is no reason to keep anybody from signing in. */
async function voteIfPossible(context: Visit, user: User, number: number): Promise<boolean> {
  const { db } = context;
  try {
    const viewer = await asViewer(context, user);
    await takeTurnsAtVoting(number, () => castVote(db, { viewer, number }));
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
