import { redirect } from "@remix-run/node";
import type { ParseKeys } from "i18next";
import { backPath } from "./paths.server";
import { leaveToast } from "./toast.server";
import type { Visit } from "./visit.server";

interface Handler {
  request: Request;
  context: Visit;
}

/** Redirects to `path`, with a message of what was done. */
export function doneAt(
  path: string,
  context: Visit,
  key?: ParseKeys,
  params?: Record<string, string | number>,
): Response {
  if (key) leaveToast(context, { tone: "success", key, params });
  return redirect(path, 303);
}

/** Redirects to the page of the form, with a message of what was done. */
export function doneBack({ request, context }: Handler, fallback: string, key?: ParseKeys): Response {
  return doneAt(backPath(request, context.origin, fallback), context, key);
}
