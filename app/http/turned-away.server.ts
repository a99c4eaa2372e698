import type { DomainError } from "~/models/core/domain-error";
import { doneAt } from "./respond.server";
import { leaveProblem } from "./toast.server";
import type { Visit } from "./visit.server";

/** Back to the page for signing in, which says why, and where there are other ways. */
export function turnedAway(context: Visit, problem: DomainError, next = "/"): Response {
  leaveProblem(context, problem);
  return doneAt(`/sign-in?next=${encodeURIComponent(next)}`, context);
}
