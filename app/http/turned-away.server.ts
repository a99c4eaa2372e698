import type { DomainError } from "~/models/core/domain-error";
import { doneAt } from "./respond.server";
import { leaveToast } from "./toast.server";
import type { Visit } from "./visit.server";

/** Back to the page for signing in, which says why, and where there are other ways. */
export function turnedAway(context: Visit, { code, details }: DomainError, next = "/"): Response {
  leaveToast(context, { tone: "error", key: `problems.${code}`, params: details.params });
  return doneAt(`/sign-in?next=${encodeURIComponent(next)}`, context);
}
